package org.esquive.channel.smpp;

import org.esquive.channel.smpp.SmppOptions.Timing;

/// Whether the other side is still there. Whatever it says is a sign of life; after some silence it is asked, and
/// two questions in a row without a sound end the session. Time is an argument, in nanoseconds.
final class Keepalive {
    static final int MOST_MISSES = 2;

    private final long silence;
    private final long patience;
    private long quietSince;
    private long askedAt;
    private boolean asked;
    private int misses;
    private volatile boolean heard;

    /// What to do.
    enum Act {
        NOTHING,
        ASK,
        GIVE_UP
    }

    Keepalive(Timing timing, long now) {
        this.silence = timing.enquireLink().toNanos();
        this.patience = timing.enquireAnswer().toNanos();
        this.quietSince = now;
    }

    /// Notes that something was heard; from any thread.
    void heard() {
        if (!heard) {
            heard = true;
        }
    }

    /// Looks at the time; always from one thread.
    Act tick(long now) {
        if (heard) {
            heard = false;
            asked = false;
            misses = 0;
            quietSince = now;
            return Act.NOTHING;
        }
        if (asked) {
            return now - askedAt > patience ? missed(now) : Act.NOTHING;
        }
        return now - quietSince >= silence ? ask(now) : Act.NOTHING;
    }

    private Act missed(long now) {
        misses++;
        return misses >= MOST_MISSES ? Act.GIVE_UP : ask(now);
    }

    private Act ask(long now) {
        asked = true;
        askedAt = now;
        return Act.ASK;
    }
}
