package org.esquive.lab.smsc;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How the simulator behaves; everything can change while it runs. As made, it behaves well.
public final class Script {
    /// How a link breaks.
    public enum Break {
        /// The connection is closed.
        CLOSE,
        /// The connection is reset, and what was not read is lost.
        RESET,
        /// Nothing is read or written any more, and the connection stays.
        HALF_OPEN,
        /// An unbind is sent.
        UNBIND
    }

    /// Whether and how receipts are sent.
    public enum Receipts {
        NONE,
        /// As the text of the standard's appendix B, with the id in decimal.
        TEXT,
        /// The same and the parameters receipted_message_id and message_state, with the id as in the answer.
        TLV
    }

    /// Stands for "as long as the run lasts".
    public static final long FOR_EVER = Long.MAX_VALUE / 4;

    volatile int refusal;
    private volatile long refusedUntil;
    volatile long delayNanos;
    volatile long jitterNanos;
    volatile int withholdEvery;
    volatile int doubleEvery;
    volatile boolean mute;
    volatile boolean holdsAnswers;
    volatile Receipts receipts = Receipts.NONE;
    volatile boolean receiptFirst;
    volatile boolean hexIds;
    private volatile Break nextBreak = Break.CLOSE;
    private final AtomicInteger answersUntilBreak = new AtomicInteger(-1);
    private final AtomicInteger answered = new AtomicInteger();

    /// Answers replies with a status for a while: 0x58 throttled, 0x14 queue full, or any other.
    public Script refuse(int status, long millis) {
        refusal = status;
        refusedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(millis, FOR_EVER / 1_000_000));
        return this;
    }

    /// Answers after a while, each after another one if there is jitter, so that answers change places.
    public Script delay(long millis, long jitterMillis) {
        delayNanos = TimeUnit.MILLISECONDS.toNanos(millis);
        jitterNanos = TimeUnit.MILLISECONDS.toNanos(jitterMillis);
        return this;
    }

    /// Never answers every n-th reply; 0 answers all.
    public Script withhold(int every) {
        withholdEvery = every;
        return this;
    }

    /// Answers every n-th reply twice; 0 none.
    public Script doubled(int every) {
        doubleEvery = every;
        return this;
    }

    /// Whether enquire_link is left unanswered.
    public Script mute(boolean silent) {
        mute = silent;
        return this;
    }

    /// Sends receipts, after the answer or before it, for ids in hexadecimal or decimal.
    public Script receipts(Receipts how, boolean first, boolean hex) {
        receipts = how;
        receiptFirst = first;
        hexIds = hex;
        return this;
    }

    /// Breaks the link once so many more replies were answered; those behind them get no answer.
    public Script breakAfter(int answers, Break how) {
        nextBreak = how;
        answersUntilBreak.set(answers);
        return this;
    }

    Break nextBreak() {
        return nextBreak;
    }

    /// What the next reply is told: 0 unless replies are refused now.
    int status(long now) {
        return refusal != 0 && now - refusedUntil < 0 ? refusal : Wire.OK;
    }

    boolean withholdsNext() {
        int every = withholdEvery;
        return every > 0 && answered.incrementAndGet() % every == 0;
    }

    boolean doublesNext() {
        int every = doubleEvery;
        return every > 0 && answered.incrementAndGet() % every == 0;
    }

    /// Nanoseconds until an answer leaves.
    long delay() {
        long jitter = jitterNanos;
        return delayNanos + (jitter > 0 ? ThreadLocalRandom.current().nextLong(jitter) : 0);
    }

    /// Counts an answer.
    ///
    /// @return whether the link breaks behind it
    boolean breaksNow() {
        return answersUntilBreak.get() >= 0 && answersUntilBreak.decrementAndGet() == 0;
    }
}
