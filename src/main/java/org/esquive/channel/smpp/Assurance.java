package org.esquive.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/// How far our answers over one bind are known to have arrived. A carrier reads in order, so what it says to a
/// request of ours proves that it read all that we wrote before the request: a submit_sm_resp does, and where no
/// reply leaves, an enquire_link is sent to be answered.
///
/// An answer counts from the moment it was handed over to be written. Safe for any thread.
final class Assurance {
    /// How long something that is sent anyway is waited for, before an enquire_link is sent.
    static final Duration PATIENCE = Duration.ofMillis(500);

    /// A carrier that answers takes no longer; a link that does not may have broken.
    static final Duration LATE = Duration.ofSeconds(2);

    /// Half of all sequence numbers: what is further behind comes from before they began anew.
    private static final int HALF = 1 << 30;

    private final long number;
    private final InstantSource clock;

    /// Something was answered after the moment that is waited to be proved.
    private volatile boolean owing;

    private volatile boolean waiting;
    private volatile Instant proved;

    private Instant asked;
    private long askedNanos;
    private int question;
    private boolean enquired;

    /// @param number unlike that of any other bind of the channel
    Assurance(long number, InstantSource clock) {
        this.number = number;
        this.clock = clock;
        this.proved = clock.instant();
        this.asked = proved;
    }

    long number() {
        return number;
    }

    /// Notes an answer that was handed over to be written, or was to be.
    void answered() {
        if (!owing) {
            owing = true;
        }
    }

    /// What was answered before this moment arrived. The time is looked at first: an answer that is noted meanwhile
    /// is later than that.
    Instant until() {
        Instant now = clock.instant();
        return owing || waiting ? proved : now;
    }

    /// Looks at the time; always from one thread.
    ///
    /// @param sequence gives the number of the next request of ours
    /// @return whether to send an enquire_link
    synchronized boolean tick(long now, IntSupplier sequence) {
        if (!waiting && owing) {
            asked = clock.instant();
            waiting = true;
            owing = false;
            question = sequence.getAsInt();
            askedNanos = now;
            enquired = false;
        }
        boolean due = waiting && !enquired && now - askedNanos >= PATIENCE.toNanos();
        enquired |= due;
        return due;
    }

    /// Whether nothing is said although it should have been by now.
    synchronized boolean isDoubted(long now) {
        return waiting && now - askedNanos >= LATE.toNanos();
    }

    /// Learns that the carrier answered a request of ours.
    void heard(int sequence) {
        if (waiting) {
            prove(sequence);
        }
    }

    private synchronized void prove(int sequence) {
        boolean later = ((sequence - question) & Integer.MAX_VALUE) < HALF;
        if (waiting && later && sequence != question) {
            proved = asked;
            waiting = false;
        }
    }
}
