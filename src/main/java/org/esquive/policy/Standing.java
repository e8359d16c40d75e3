package org.esquive.policy;

/// Where things stand when a text is decided, before it is counted.
///
/// @param sender what is remembered of its sender
/// @param line what the line has said
public record Standing(SenderRecord sender, LineRecord line) {}
