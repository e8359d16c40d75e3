package org.esquive.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.esquive.ledger.LedgerUnavailable;
import org.jspecify.annotations.Nullable;

/// The loop of one line: claims what is due, hands it over, and sleeps until the next reply is due, the pace
/// allows one, or somebody wakes it. While the ledger cannot be read it sends nothing and asks again, ever more
/// slowly.
final class LineLoop implements Runnable {
    /// The longest sleep. Sleeping runs on the machine's own time, so a clock that was set is noticed after this
    /// long.
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private final Step step;
    private final InstantSource clock;
    private final Runnable waker = this::wake;
    private final Backoff backoff = new Backoff();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean awake;
    private volatile boolean idle;
    private volatile boolean stopping;
    private volatile @Nullable String trouble;

    /// What a round came to.
    ///
    /// @param again when to look again
    /// @param trouble why nothing can be sent, if that is so
    record Round(Instant again, Optional<String> trouble) {
        static Round fine(Instant again) {
            return new Round(again, Optional.empty());
        }
    }

    /// What is done in a round: sends what may be sent now.
    interface Step {
        Round take(LineLoop loop);
    }

    LineLoop(Step step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    /// Says whether the last round found nothing that is due.
    void idle(boolean nothingDue) {
        idle = nothingDue;
    }

    /// Whether nothing waits, as far as is known, so that a new reply overtakes nobody.
    boolean isIdle() {
        return idle;
    }

    /// Makes it look again at once. Never blocks for long.
    void wake() {
        idle = false;
        lock.lock();
        try {
            awake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Wakes it; the same object each time, so that it can wait in a set.
    Runnable waker() {
        return waker;
    }

    /// Lets it end after the round it is in.
    void stop() {
        stopping = true;
        wake();
    }

    /// Why nothing is sent, if that is so.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                sleep(round());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration round() {
        try {
            Round round = step.take(this);
            trouble = round.trouble().orElse(null);
            backoff.afterSuccess();
            return Duration.between(clock.instant(), round.again());
        } catch (LedgerUnavailable unavailable) {
            trouble = unavailable.getMessage();
        } catch (RuntimeException bug) {
            trouble = "Sending failed with " + bug.getClass().getSimpleName()
                    + "; it is tried again. Please report this.";
        }
        return backoff.afterFailure();
    }

    private void sleep(Duration wanted) throws InterruptedException {
        long nanos = (wanted.compareTo(LONGEST_SLEEP) < 0 ? wanted : LONGEST_SLEEP).toNanos();
        lock.lock();
        try {
            while (!awake && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
            awake = false;
        } finally {
            lock.unlock();
        }
    }
}
