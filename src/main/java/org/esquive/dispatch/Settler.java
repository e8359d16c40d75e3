package org.esquive.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Settlement;
import org.jspecify.annotations.Nullable;

/// Writes down what became of sendings, many in one transaction: a batch is what came while the last one was
/// written.
///
/// If the ledger cannot be written it keeps the batch and tries again; nothing is ever sent again for it. Its
/// queue is bounded by the windows of the channels, since a place is freed only once its outcome is on disk.
final class Settler implements Runnable {
    private static final int MOST_AT_ONCE = 1024;
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);

    private final Ledger ledger;
    private final BlockingQueue<Done> queue = new LinkedBlockingQueue<>();
    private volatile boolean stopping;
    private volatile @Nullable String trouble;

    /// A settlement and the lane whose window it frees.
    record Done(Settlement settlement, Lane lane) {}

    Settler(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Hands over an outcome; returns at once.
    void add(Done done) {
        queue.add(done);
    }

    /// Lets it end once its queue is empty.
    void stopWhenEmpty() {
        stopping = true;
    }

    /// Why outcomes are not written down, if they are not.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void run() {
        try {
            List<Done> batch = new ArrayList<>();
            while (fill(batch)) {
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fill(List<Done> batch) throws InterruptedException {
        while (batch.isEmpty()) {
            boolean last = stopping;
            Done first = queue.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, MOST_AT_ONCE - 1);
            } else if (last) {
                return false;
            }
        }
        return true;
    }

    private void write(List<Done> batch) throws InterruptedException {
        List<Settlement> settlements = batch.stream().map(Done::settlement).toList();
        Backoff backoff = new Backoff();
        while (!written(settlements)) {
            Thread.sleep(backoff.afterFailure());
        }
        trouble = null;
        batch.forEach(done -> done.lane().pacer().release());
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
