package org.esquive.channel.smpp;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before a bind is tried again: ever longer, and never the same for two links, so that they do
/// not all come back in one moment. For one thread.
final class Backoff {
    static final Duration LONGEST = Duration.ofMinutes(1);
    static final Duration FIRST_AFTER_REFUSAL = Duration.ofMinutes(5);
    static final Duration LONGEST_AFTER_REFUSAL = Duration.ofHours(1);
    static final Duration WHILE_ALREADY_BOUND = Duration.ofSeconds(15);

    /// A session that lived so long was a good one.
    static final Duration GOOD_SESSION = Duration.ofSeconds(30);

    /// How far a wait strays to both sides.
    private static final double JITTER = 0.2;

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final DoubleSupplier chance;
    private int failures;
    private int refusals;

    Backoff(Duration first, DoubleSupplier chance) {
        this.first = first;
        this.chance = chance;
    }

    /// The wait after a bind that did not come about.
    Duration after(NotBound.Why why) {
        return switch (why) {
            case TROUBLE -> strayed(doubled(first, failures++, LONGEST));
            case CREDENTIALS -> strayed(doubled(FIRST_AFTER_REFUSAL, refusals++, LONGEST_AFTER_REFUSAL));
            case ALREADY_BOUND -> strayed(WHILE_ALREADY_BOUND);
        };
    }

    /// The wait after a session that ended.
    ///
    /// @param lived how long it lasted
    Duration afterSession(Duration lived) {
        refusals = 0;
        if (lived.compareTo(GOOD_SESSION) >= 0) {
            failures = 0;
        }
        return after(NotBound.Why.TROUBLE);
    }

    private static Duration doubled(Duration wait, int times, Duration longest) {
        Duration doubled = wait.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private Duration strayed(Duration wait) {
        return Duration.ofMillis((long) (wait.toMillis() * (1 - JITTER + 2 * JITTER * chance.getAsDouble())));
    }
}
