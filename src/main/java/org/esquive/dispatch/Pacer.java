package org.esquive.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.channel.Share;

/// What one channel may be asked to do now: a token bucket for its pace, a window for what is on its way, and a
/// pause after trouble. Shared by the lines of the channel; safe for any thread; time is an argument.
///
/// The bucket holds the tokens of one second, and at least one, so that neither a long idle time nor a jump of
/// the clock ends in a burst.
///
/// A pause lasts as long as the channel asked for, and doubles with each pause that follows without a success
/// between, up to [#LONGEST_DOUBLED]. An unknown outcome pauses too: a peer that swallows texts should not
/// swallow all of them.
final class Pacer {
    /// Where doubling ends. A channel that asks for more gets more.
    static final Duration LONGEST_DOUBLED = Duration.ofMinutes(5);

    /// The first pause after an outcome that nobody knows.
    static final Duration AFTER_UNKNOWN = Duration.ofSeconds(5);

    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration BUCKET = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final Pace pace;
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    private Share share = Share.WHOLE;
    private int window;
    private long cost;
    private long fullCredit;
    private long credit;
    private Instant countedTo;
    private int onTheirWay;
    private int pauses;
    private Instant pausedUntil = Instant.EPOCH;

    Pacer(Pace pace, Instant now) {
        this.pace = pace;
        this.countedTo = now;
        measure();
        this.credit = fullCredit;
    }

    /// Takes a part of the pace from now on, because other nodes have the rest. No part at all leaves it as it is:
    /// then the channel is not asked.
    synchronized void share(Share part, Instant now) {
        if (part.part() > 0 && !part.equals(share)) {
            refill(now);
            share = part;
            measure();
            credit = Math.min(credit, fullCredit);
        }
    }

    /// A window of which nothing would be left stays one text wide.
    private void measure() {
        window = Math.max(1, (int) ((long) pace.inFlight() * share.part() / share.of()));
        cost = NANOS_PER_MINUTE * share.of() / ((long) pace.perMinute() * share.part());
        fullCredit = Math.max(cost, BUCKET.toNanos());
    }

    /// Takes leave to send.
    ///
    /// @return how many may be sent, 0 to `most`; each is to be given back or released
    synchronized int take(int most, Instant now) {
        refill(now);
        if (isPaused(now)) {
            return 0;
        }
        int taken = (int) Math.min(Math.min(most, window - onTheirWay), credit / cost);
        credit -= taken * cost;
        onTheirWay += taken;
        return taken;
    }

    /// Whether the channel could take many at this moment: then a reply more takes nobody's place.
    synchronized boolean hasRoomFor(int many, Instant now) {
        refill(now);
        return !isPaused(now) && window - onTheirWay >= many && credit / cost >= many;
    }

    /// Returns leave that was not used.
    synchronized void giveBack(int unused) {
        credit = Math.min(fullCredit, credit + unused * cost);
        free(unused);
    }

    /// Learns what became of a sending; the place in the window is kept until [#release(int)].
    synchronized void learn(SendResult result, Instant now) {
        switch (result) {
            case SendResult.Accepted _, SendResult.Refused _ -> pauses = 0;
            case SendResult.Deferred deferred -> pause(deferred.pause(), now);
            case SendResult.Unknown _ -> pause(AFTER_UNKNOWN, now);
        }
    }

    /// Frees places in the window: their outcomes are settled.
    synchronized void release(int places) {
        free(places);
    }

    /// Whether every place in the window is taken.
    synchronized boolean isFull() {
        return onTheirWay >= window;
    }

    /// Whether the channel is to be left alone at a moment.
    synchronized boolean isPaused(Instant now) {
        return now.isBefore(pausedUntil);
    }

    /// When it is worth asking again, as far as time alone decides. A full window has no such time: see
    /// [#callsWhenFree(Runnable)].
    synchronized Instant opensAt(Instant now) {
        refill(now);
        Instant nextToken = credit >= cost ? now : now.plusNanos(cost - credit);
        return nextToken.isAfter(pausedUntil) ? nextToken : pausedUntil;
    }

    /// Asks to be called once a place in the window is freed, if all are taken. The callback is called once and
    /// must not block; the same one is kept once.
    ///
    /// @return whether it will be called; false if there is room now
    synchronized boolean callsWhenFree(Runnable callback) {
        boolean full = onTheirWay >= window;
        if (full) {
            waiting.add(callback);
        }
        return full;
    }

    /// A leave may outlive the channel it was taken for, and be returned to the pacer of the next one.
    private void free(int places) {
        onTheirWay = Math.max(0, onTheirWay - places);
        if (places > 0 && !waiting.isEmpty()) {
            List<Runnable> callbacks = List.copyOf(waiting);
            waiting.clear();
            callbacks.forEach(Runnable::run);
        }
    }

    private void pause(Duration wait, Instant now) {
        if (!isPaused(now)) {
            pauses = Math.min(pauses + 1, MOST_DOUBLINGS);
        }
        Duration doubled = wait.multipliedBy(1L << Math.max(0, pauses - 1));
        Duration capped = doubled.compareTo(LONGEST_DOUBLED) < 0 ? doubled : LONGEST_DOUBLED;
        Instant until = now.plus(capped.compareTo(wait) < 0 ? wait : capped);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    /// A clock that was set back takes the pause back with it, so that it does not last longer than it was meant
    /// to.
    private void refill(Instant now) {
        Duration passed = Duration.between(countedTo, now);
        countedTo = now;
        if (passed.isNegative()) {
            pausedUntil = pausedUntil.plus(passed);
        } else {
            boolean full = passed.compareTo(Duration.ofNanos(fullCredit)) >= 0;
            credit = full ? fullCredit : Math.min(fullCredit, credit + passed.toNanos());
        }
    }
}
