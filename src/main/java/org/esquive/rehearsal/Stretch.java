package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;

/// What happened in one stretch of a story: a column of the picture.
///
/// @param from when it begins
/// @param length how long it is
/// @param texts texts that came in
/// @param unprotected replies that left where every text is answered
/// @param guarded replies that left under the last protection
/// @param guard the strongest that held replies back
public record Stretch(
        Instant from, Duration length, long texts, long unprotected, long guarded, Timeline.Guard guard) {}
