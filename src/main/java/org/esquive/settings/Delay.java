package org.esquive.settings;

import java.time.Duration;

/// How long a reply waits: a moment between two bounds, each as likely as the other, so that the person who may
/// still stand beside the sender is gone and the answer does not come like clockwork.
///
/// @param shortest zero or more
/// @param longest not less than the shortest, at most a day
public record Delay(Duration shortest, Duration longest) {
    /// The longest a reply may wait.
    public static final Duration LONGEST = Duration.ofDays(1);

    /// 45 minutes, 25 more or less: the default of a real line.
    public static final Delay USUAL = new Delay(Duration.ofMinutes(20), Duration.ofMinutes(70));

    /// @throws IllegalArgumentException if the bounds are not in order or out of range
    public Delay {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected a delay from zero to a day, the shortest first");
        }
    }

    /// The delay that a chance picks.
    ///
    /// @param chance from 0 (inclusive) to 1 (exclusive)
    public Duration pick(double chance) {
        return shortest.plusMillis((long) (longest.minus(shortest).toMillis() * chance));
    }
}
