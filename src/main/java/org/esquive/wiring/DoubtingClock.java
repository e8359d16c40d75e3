package org.esquive.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.esquive.alert.Timepieces;

/// The time by which people are forgotten, budgets are renewed and replies leave: that of the machine, but a jump of
/// more
/// than an hour is not believed until the program has run for another day. So a clock that is set wrong frees nobody
/// early, pays no budget twice and releases no burst; a clock that is put right is followed a day later.
///
/// What proves the time of day to others, such as the signature of a webhook, goes by the machine's own clock.
final class DoubtingClock implements InstantSource {
    static final Duration BELIEVED_AT_ONCE = Duration.ofHours(1);
    static final Duration DOUBT = Duration.ofHours(24);

    private final Timepieces time;
    private volatile Belief belief;

    /// What is held to be true.
    ///
    /// @param ahead how far the time of day is believed to be ahead of the steady clock
    /// @param claimed how far it says it is
    /// @param since when it began to say so, by the steady clock
    private record Belief(Duration ahead, Duration claimed, Instant since) {
        boolean trusts(Duration now) {
            return isNear(ahead, now);
        }

        boolean hasHeard(Duration now) {
            return isNear(claimed, now);
        }

        private static boolean isNear(Duration one, Duration other) {
            return one.minus(other).abs().compareTo(BELIEVED_AT_ONCE) <= 0;
        }
    }

    DoubtingClock(Timepieces time) {
        this.time = time;
        Instant steady = time.steady().instant();
        Duration ahead = Duration.between(steady, time.day().instant());
        this.belief = new Belief(ahead, ahead, steady);
    }

    @Override
    public Instant instant() {
        Instant day = time.day().instant();
        Instant steady = time.steady().instant();
        Duration now = Duration.between(steady, day);
        Belief held = belief;
        if (held.trusts(now) || (held.hasHeard(now) && !steady.isBefore(held.since.plus(DOUBT)))) {
            belief = new Belief(now, now, steady);
            return day;
        }
        if (!held.hasHeard(now)) {
            belief = new Belief(held.ahead, now, steady);
        }
        return steady.plus(held.ahead);
    }
}
