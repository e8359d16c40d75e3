package org.esquive.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Settlement;
import org.jspecify.annotations.Nullable;

/// Writes down what became of sendings, many in one transaction.
///
/// Nobody waits for a settlement but the next sending of a full window. So it lingers for a moment, to share the cost
/// of a transaction among the outcomes that come meanwhile, unless a window is full or enough have come.
///
/// If the ledger cannot be written it keeps the batch and tries again; nothing is ever sent again for it. What waits
/// is bounded by the windows of the channels, since a place is freed only once its outcome is on disk.
final class Settler implements Runnable {
    private static final int MOST_AT_ONCE = 1024;
    private static final Duration LINGER = Duration.ofMillis(5);

    private final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private List<Done> waiting = new ArrayList<>();
    private boolean hurry;
    private boolean stopping;
    private volatile @Nullable String trouble;

    /// A settlement and the lane whose window it frees.
    record Done(Settlement settlement, Lane lane) {}

    Settler(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Hands over an outcome; returns at once.
    void add(Done done) {
        boolean full = done.lane().pacer().isFull();
        lock.lock();
        try {
            waiting.add(done);
            boolean due = full || waiting.size() >= MOST_AT_ONCE;
            if (waiting.size() == 1 || (due && !hurry)) {
                filled.signal();
            }
            hurry |= due;
        } finally {
            lock.unlock();
        }
    }

    /// Lets it end once nothing waits.
    void stopWhenEmpty() {
        lock.lock();
        try {
            stopping = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Why outcomes are not written down, if they are not.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void run() {
        try {
            for (List<Done> batch = next(); !batch.isEmpty(); batch = next()) {
                for (int from = 0; from < batch.size(); from += MOST_AT_ONCE) {
                    write(batch.subList(from, Math.min(batch.size(), from + MOST_AT_ONCE)));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// What came since the last time; empty at the end.
    private List<Done> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !stopping) {
                filled.await();
            }
            long nanos = LINGER.toNanos();
            while (!hurry && !stopping && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
            List<Done> batch = waiting;
            waiting = new ArrayList<>();
            hurry = false;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Done> batch) throws InterruptedException {
        List<Settlement> settlements = new ArrayList<>(batch.size());
        batch.forEach(done -> settlements.add(done.settlement()));
        Backoff backoff = new Backoff();
        while (!written(settlements)) {
            Thread.sleep(backoff.afterFailure());
        }
        trouble = null;
        Map<Lane, Integer> places = new HashMap<>();
        batch.forEach(done -> places.merge(done.lane(), 1, Integer::sum));
        places.forEach((lane, freed) -> lane.pacer().release(freed));
    }

    private boolean written(List<Settlement> settlements) {
        try {
            ledger.settle(settlements);
            return true;
        } catch (LedgerUnavailable unavailable) {
            trouble = unavailable.getMessage();
        } catch (RuntimeException bug) {
            trouble = "Writing down what was sent failed with " + bug.getClass().getSimpleName()
                    + "; it is tried again. Please report this.";
        }
        return false;
    }
}
