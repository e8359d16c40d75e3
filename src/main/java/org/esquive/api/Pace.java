package org.esquive.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How fast one token may ask: sixty requests at once, and ten a second from then on. In memory: a restart
/// forgives.
final class Pace {
    /// Requests at once.
    static final int BURST = 60;

    /// Time for one more.
    static final Duration EACH = Duration.ofMillis(100);

    /// Tokens that are remembered; there are fewer at a time, and what is forgotten may ask at once.
    private static final int MOST = 1_000;

    /// When each token, having asked as fast as it may, would have used up what it has.
    private final Map<String, Instant> busyUntil = new ConcurrentHashMap<>();

    /// Takes one request of a token.
    ///
    /// @return how long it must wait before it asks again; zero if this one is taken
    Duration take(String token, Instant now) {
        if (busyUntil.size() >= MOST) {
            busyUntil.clear();
        }
        Instant[] until = new Instant[1];
        Instant furthest = now.plus(EACH.multipliedBy(BURST));
        busyUntil.compute(token, (_, before) -> {
            Instant from = before == null || before.isBefore(now) ? now : before;
            until[0] = from.plus(EACH);
            return until[0].isAfter(furthest) ? from : until[0];
        });
        return until[0].isAfter(furthest) ? Duration.between(furthest, until[0]) : Duration.ZERO;
    }
}
