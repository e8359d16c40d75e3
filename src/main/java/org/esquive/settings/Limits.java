package org.esquive.settings;

import java.time.Duration;

/// How much a line answers.
///
/// @param textsPerSender texts of a sender that may be answered, 1 to 5: never more than five
/// @param memory how long after their last text a sender is forgotten, 1 to 365 days
/// @param stale how late a text may arrive and still be answered; a reply later than this after its due time expires
/// @param repliesPerDay replies a day of the line's time zone, 0 to 1,000,000
public record Limits(int textsPerSender, Duration memory, Duration stale, int repliesPerDay) {
    /// Five texts, 30 days, six hours, and the 200 replies a day that an ordinary SIM bears.
    public static final Limits USUAL = new Limits(5, Duration.ofDays(30), Duration.ofHours(6), 200);

    /// @throws IllegalArgumentException if a limit is out of its range
    public Limits {
        if (textsPerSender < 1 || textsPerSender > 5) {
            throw new IllegalArgumentException("expected 1 to 5 texts per sender");
        }
        if (memory.compareTo(Duration.ofDays(1)) < 0 || memory.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("expected a memory of 1 to 365 days");
        }
        if (stale.compareTo(Duration.ofMinutes(1)) < 0 || stale.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("expected 1 minute to 7 days");
        }
        if (repliesPerDay < 0 || repliesPerDay > 1_000_000) {
            throw new IllegalArgumentException("expected 0 to 1,000,000 replies a day");
        }
    }
}
