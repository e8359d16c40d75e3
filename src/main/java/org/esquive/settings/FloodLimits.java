package org.esquive.settings;

import java.time.Duration;

/// When a line takes what comes in for a flood. Each rate is the least that counts as one: a line that is used to
/// more is compared with its own busiest minutes of the last 14 days.
///
/// @param sendersPerMinute people who never texted before, 0 to 1,000,000; 0 looks away
/// @param textsPerMinute texts of whomever, 0 to 100,000,000; 0 looks away
/// @param neighbours people of one block of 1,000 numbers within ten minutes, above which the block is not answered,
/// 0 to 1,000; 0 looks away
/// @param calm how long it must have been quiet until the flood is over, 1 minute to 24 hours
/// @param sample of 100 texts that would be answered, how many are in a flood, 0 to 50
public record FloodLimits(int sendersPerMinute, int textsPerMinute, int neighbours, Duration calm, int sample) {
    /// Most people a minute.
    public static final int MOST_SENDERS = 1_000_000;
    /// Most texts a minute.
    public static final int MOST_TEXTS = 100_000_000;
    /// Most people of a block.
    public static final int MOST_NEIGHBOURS = 1_000;
    /// Shortest calm.
    public static final Duration LEAST_CALM = Duration.ofMinutes(1);
    /// Longest calm.
    public static final Duration MOST_CALM = Duration.ofHours(24);
    /// Most of 100 that may be answered in a flood.
    public static final int MOST_SAMPLE = 50;

    /// 20 new people or 60 texts a minute, ten neighbours, a quarter of an hour of calm, no answers meanwhile. An
    /// ordinary line has 40 texts in three weeks; the raid of October 2017 had 83 a minute.
    public static final FloodLimits USUAL = new FloodLimits(20, 60, 10, Duration.ofMinutes(15), 0);

    /// Never a flood.
    public static final FloodLimits OFF = new FloodLimits(0, 0, 0, Duration.ofMinutes(15), 0);

    /// @throws IllegalArgumentException if a number is out of its range
    public FloodLimits {
        check(sendersPerMinute, MOST_SENDERS);
        check(textsPerMinute, MOST_TEXTS);
        check(neighbours, MOST_NEIGHBOURS);
        check(sample, MOST_SAMPLE);
        if (calm.compareTo(LEAST_CALM) < 0 || calm.compareTo(MOST_CALM) > 0) {
            throw new IllegalArgumentException("expected a calm of 1 minute to 24 hours");
        }
    }

    private static void check(int number, int most) {
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("expected 0 to " + most);
        }
    }
}
