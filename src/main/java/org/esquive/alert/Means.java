package org.esquive.alert;

import java.time.InstantSource;

/// What a way to a keeper may use beside its settings.
///
/// @param clock the time of day
/// @param texting sends a text from one of our lines
public record Means(InstantSource clock, Texting texting) {}
