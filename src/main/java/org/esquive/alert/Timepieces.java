package org.esquive.alert;

import java.time.Instant;
import java.time.InstantSource;

/// Two clocks: what time it is, and one that goes on evenly while the other is put right.
///
/// @param day the time of day
/// @param steady counts from any moment and never jumps; pauses and windows are measured by it
public record Timepieces(InstantSource day, InstantSource steady) {

    /// The clocks of this machine.
    public static Timepieces of(InstantSource day) {
        Instant start = day.instant();
        long since = System.nanoTime();
        return new Timepieces(day, () -> start.plusNanos(System.nanoTime() - since));
    }
}
