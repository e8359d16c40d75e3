package org.esquive.channel.smpp;

import java.time.Duration;

/// The brake of one bind: a carrier that says "too fast" halves its rate at once, and it recovers evenly within
/// [#RECOVERY] (additive increase, multiplicative decrease). While nothing is braked nothing is counted. Safe for
/// any thread; time is an argument, in nanoseconds of no particular origin.
final class Throttle {
    static final Duration RECOVERY = Duration.ofSeconds(20);
    static final double SLOWEST_PER_SECOND = 1;

    /// A whole window is refused at once; that is one reason to brake, not many.
    static final Duration ONE_REASON = Duration.ofMillis(500);

    private static final double NANOS = 1e9;

    private final double usual;
    private double rate;
    private double credit;
    private long countedTo;
    private long brakedAt;
    private volatile boolean braking;

    Throttle(double perSecond) {
        this.usual = perSecond;
        this.rate = perSecond;
    }

    /// Whether texts have to ask [#take(long)].
    boolean isBraking() {
        return braking;
    }

    /// Learns that the carrier said "too fast".
    synchronized void brake(long now) {
        if (braking && now - brakedAt < ONE_REASON.toNanos()) {
            return;
        }
        refill(now);
        rate = Math.max(Math.min(usual, SLOWEST_PER_SECOND), rate / 2);
        credit = 0;
        brakedAt = now;
        countedTo = now;
        braking = true;
    }

    /// Takes leave to send one text.
    synchronized boolean take(long now) {
        refill(now);
        if (!braking) {
            return true;
        }
        if (credit < 1) {
            return false;
        }
        credit--;
        return true;
    }

    /// Texts a second, for a look from outside.
    synchronized double perSecond() {
        return rate;
    }

    private void refill(long now) {
        if (!braking) {
            return;
        }
        double seconds = Math.max(0, now - countedTo) / NANOS;
        countedTo = now;
        credit = Math.min(Math.max(1, rate), credit + rate * seconds);
        rate = Math.min(usual, rate + usual * seconds / RECOVERY.toSeconds());
        braking = rate < usual;
    }
}
