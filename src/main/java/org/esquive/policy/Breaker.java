package org.esquive.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Stops the replies of a line for an hour when the latest of them did harm: when too many could not be delivered, as
/// with forged numbers, or too many of those who got one want silence.
///
/// Half of what was counted is forgotten from time to time, so that the latest weighs most.
///
/// @param ended replies of which it is known whether they arrived
/// @param undeliverable those of them that did not
/// @param replied replies decided
/// @param stops people who were answered and then wanted silence
/// @param cause what opened it; empty if it never was open
/// @param until when it closes again
public record Breaker(int ended, int undeliverable, int replied, int stops, Optional<Hold.Cause> cause, Instant until) {
    /// Nothing counted yet.
    public static final Breaker NONE = new Breaker(0, 0, 0, 0, Optional.empty(), Instant.EPOCH);

    /// How long it stays open.
    static final Duration OPEN = Duration.ofHours(1);

    /// From so many replies on a share says something.
    private static final int ENOUGH = 20;
    /// From so many wishes for silence on, too.
    private static final int ENOUGH_STOPS = 5;
    /// Of a hundred, more than this undeliverable are too many. Where no receipts come, only refusals are known to have
    /// ended, and the replies decided are the hundred.
    private static final int MOST_UNDELIVERABLE = 30;
    /// Of a hundred replies, more than this followed by a wish for silence are too many.
    private static final int MOST_STOPS = 5;
    /// When half is forgotten.
    private static final int FULL = 400;

    /// Whether replies are stopped by it.
    public Optional<Hold> hold(Instant now) {
        return now.isBefore(until) ? cause.map(what -> Hold.until(what, until)) : Optional.empty();
    }

    /// It opens when a text comes and too much harm was done; what was counted is forgotten then.
    Breaker at(Instant now) {
        if (now.isBefore(until)) {
            return this;
        }
        int known = Math.max(ended, replied);
        if (known >= ENOUGH && undeliverable * 100 > known * MOST_UNDELIVERABLE) {
            return opened(Hold.Cause.UNDELIVERABLE, now);
        }
        if (replied >= ENOUGH && stops >= ENOUGH_STOPS && stops * 100 > replied * MOST_STOPS) {
            return opened(Hold.Cause.OPT_OUTS, now);
        }
        return this;
    }

    /// It learns that a reply was decided.
    Breaker afterReply() {
        return replied < FULL
                ? new Breaker(ended, undeliverable, replied + 1, stops, cause, until)
                : new Breaker(ended, undeliverable, replied / 2 + 1, stops / 2, cause, until);
    }

    /// It learns that somebody who was answered wants silence.
    Breaker afterStop() {
        return new Breaker(ended, undeliverable, replied, stops + 1, cause, until);
    }

    /// It learns what became of replies.
    public Breaker afterEnd(int more, int ofThemUndeliverable) {
        return ended < FULL
                ? new Breaker(ended + more, undeliverable + ofThemUndeliverable, replied, stops, cause, until)
                : new Breaker(ended / 2 + more, undeliverable / 2 + ofThemUndeliverable, replied, stops, cause, until);
    }

    private static Breaker opened(Hold.Cause cause, Instant now) {
        return new Breaker(0, 0, 0, 0, Optional.of(cause), now.plus(OPEN));
    }
}
