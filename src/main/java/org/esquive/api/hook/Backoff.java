package org.esquive.api.hook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to leave a program alone after a failure: five seconds, doubling to two hours, with half of it left
/// to chance so that programs which failed together are not called together.
///
/// @param next the longest pause after the next failure
record Backoff(Duration next) {
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofHours(2);

    /// After a success.
    static final Backoff NONE = new Backoff(FIRST);

    /// After a failure that only a keeper can mend.
    static final Backoff FULL = new Backoff(LONGEST);

    Duration pause(RandomGenerator chance) {
        return next.dividedBy(2).plusMillis(chance.nextLong(next.toMillis() / 2 + 1));
    }

    Backoff afterFailure() {
        Duration doubled = next.multipliedBy(2);
        return new Backoff(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
