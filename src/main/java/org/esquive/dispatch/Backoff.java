package org.esquive.dispatch;

import java.time.Duration;

/// How long to wait after a failure: a second, doubling to a minute, from the start again after a success.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;

    Duration afterFailure() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }

    void afterSuccess() {
        next = FIRST;
    }
}
