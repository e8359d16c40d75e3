package org.esquive.policy;

import java.time.Instant;

/// When a text is decided, and the chance that picks its delay: all that the policy would otherwise have to
/// fetch.
///
/// @param now when the text was received
/// @param chance from 0 (inclusive) to 1 (exclusive)
public record Moment(Instant now, double chance) {}
