package org.esquive.alert;

import java.time.Duration;

/// How long to leave a destination alone after a failure: a minute, doubling to an hour.
///
/// @param next the pause after the next failure
record Backoff(Duration next) {
    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(1);

    /// After a success.
    static final Backoff NONE = new Backoff(FIRST);

    Backoff afterFailure() {
        Duration doubled = next.multipliedBy(2);
        return new Backoff(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
