package org.esquive.settings;

import java.time.Duration;

/// How much a line answers.
///
/// @param textsPerSender texts of a sender that may be answered, 1 to 5: never more than five
/// @param memory how long after their last text a sender is forgotten, 1 to 365 days
/// @param stale how late a text may arrive and still be answered; a reply later than this after its due time
/// expires
/// @param repliesPerDay replies a day of the line's time zone, 0 to 1,000,000
public record Limits(int textsPerSender, Duration memory, Duration stale, int repliesPerDay) {
    /// Never more than five answers to a sender.
    public static final int MOST_TEXTS = 5;
    /// Shortest memory of a sender.
    public static final Duration LEAST_MEMORY = Duration.ofDays(1);
    /// Longest memory of a sender.
    public static final Duration MOST_MEMORY = Duration.ofDays(365);
    /// Shortest time after which a text is too old to be answered.
    public static final Duration LEAST_STALE = Duration.ofMinutes(1);
    /// Longest time after which a text is too old to be answered.
    public static final Duration MOST_STALE = Duration.ofDays(7);
    /// Most replies of a line in a day.
    public static final int MOST_REPLIES = 1_000_000;

    /// Five texts, 30 days, six hours, and the 200 replies a day that an ordinary SIM bears.
    public static final Limits USUAL = new Limits(5, Duration.ofDays(30), Duration.ofHours(6), 200);

    /// @throws IllegalArgumentException if a limit is out of its range
    public Limits {
        if (textsPerSender < 1 || textsPerSender > MOST_TEXTS) {
            throw new IllegalArgumentException("expected 1 to 5 texts per sender");
        }
        if (memory.compareTo(LEAST_MEMORY) < 0 || memory.compareTo(MOST_MEMORY) > 0) {
            throw new IllegalArgumentException("expected a memory of 1 to 365 days");
        }
        if (stale.compareTo(LEAST_STALE) < 0 || stale.compareTo(MOST_STALE) > 0) {
            throw new IllegalArgumentException("expected 1 minute to 7 days");
        }
        if (repliesPerDay < 0 || repliesPerDay > MOST_REPLIES) {
            throw new IllegalArgumentException("expected 0 to 1,000,000 replies a day");
        }
    }
}
