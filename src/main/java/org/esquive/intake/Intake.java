package org.esquive.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Express;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import org.esquive.policy.Rulebook;

/// Takes what comes in and answers once it is stored.
///
/// One thread commits. A batch is what came while the last one was committed: nobody waits for a batch to fill,
/// and under load the cost of a commit is shared by many. Whoever cannot be stored now is told [Taken#LATER]: the
/// queue is full, the disk is, or the line is not ours.
public final class Intake implements AutoCloseable {
    private final Keyring keyring;
    private final InstantSource clock;
    private final Ids ids;
    private final Bounds bounds;
    private final Committer committer;

    private final BlockingQueue<InQueue> queue;
    private final Thread committing;
    private volatile boolean closed;
    private volatile boolean finished;

    /// What became of something that was handed over.
    public enum Taken {
        /// It is stored, durably: tell the network so.
        COMMITTED,
        /// It is not: ask the network to keep it.
        LATER
    }

    /// @param queue what may wait for its commit; the next is told LATER at once
    /// @param batch what is committed at once, 1 to 1,024
    public record Bounds(int queue, int batch) {
        /// Eight full batches: a fifth of a second of work.
        public static final Bounds USUAL = new Bounds(8_192, 1_024);

        /// @throws IllegalArgumentException if a bound is out of its range
        public Bounds {
            if (batch < 1 || batch > 1_024 || queue < 1) {
                throw new IllegalArgumentException("expected batches of 1 to 1,024 and a queue of 1 or more");
            }
        }
    }

    /// What stands in the queue.
    sealed interface InQueue permits Waiting, End {}

    /// The end of the queue, once the intake is closed.
    record End() implements InQueue {}

    /// An intake with the usual bounds.
    ///
    /// @param rulebook the rules now; asked once a batch, so that a change of settings takes effect with the next
    /// @param chance picks the delays; used by the committing thread
    public Intake(
            Ledger ledger,
            Keyring keyring,
            Supplier<Rulebook> rulebook,
            InstantSource clock,
            RandomGenerator chance,
            Ids ids) {
        this(ledger, keyring, rulebook, clock, chance, ids, Bounds.USUAL);
    }

    /// The same, with other bounds.
    public Intake(
            Ledger ledger,
            Keyring keyring,
            Supplier<Rulebook> rulebook,
            InstantSource clock,
            RandomGenerator chance,
            Ids ids,
            Bounds bounds) {
        this.keyring = keyring;
        this.clock = clock;
        this.ids = ids;
        this.committer = new Committer(ledger, rulebook, chance, clock, ids);
        this.bounds = bounds;
        this.queue = new ArrayBlockingQueue<>(bounds.queue());
        this.committing = Thread.ofPlatform().name("intake").daemon().start(this::commitUntilClosed);
    }

    /// Takes a text. Returns at once; the answer comes from the committing thread, or from the caller's if it is
    /// LATER already, and must not block.
    public void take(Inbound inbound, Consumer<Taken> answer) {
        enqueue(new Waiting(Arrival.Text.of(ids.next(), inbound, keyring, clock.instant()), answer));
    }

    /// Takes a receipt, in the same way.
    public void take(Receipt receipt, Consumer<Taken> answer) {
        enqueue(new Waiting(new Arrival.News(receipt, clock.instant()), answer));
    }

    /// Takes texts now, on the caller's thread and in one commit: for a rehearsal and for tests.
    /// A repeated delivery is told by its id only.
    ///
    /// @return one outcome a text, in order
    /// @throws LedgerUnavailable if they cannot be stored
    /// @throws IllegalArgumentException if one is for a line that the settings do not have
    public List<Outcome> commit(List<Inbound> texts) {
        List<Arrival> arrivals = new ArrayList<>(texts.size());
        texts.forEach(text -> arrivals.add(Arrival.Text.of(ids.next(), text, keyring, clock.instant())));
        return commitNow(arrivals);
    }

    /// Takes what came at moments of its own, in the same way: for a rehearsal, whose clock is not a wall's.
    ///
    /// @param arrivals 1 to 1,024, the earliest first
    public List<Outcome> commitNow(List<Arrival> arrivals) {
        return committer.commitNow(arrivals);
    }

    /// Has the outcomes of each commit told to somebody, on the committing thread; they must not block, and what
    /// they throw is logged and changes nothing.
    public void afterCommit(Consumer<List<Outcome>> observer) {
        committer.afterCommit(observer);
    }

    /// Has replies that are due at once leave with the commit that decides them.
    public void expressBy(Express shortWay) {
        committer.expressBy(shortWay);
    }

    /// How much waits for its commit now.
    public int waiting() {
        return queue.size();
    }

    /// Why texts are refused, if they are: one sentence for a keeper.
    public Optional<String> trouble() {
        return committer.trouble();
    }

    /// Takes nothing more, commits what waits, and returns when all of it is answered.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = !uninterrupted(() -> queue.put(new End()));
        interrupted |= !uninterrupted(committing::join);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What comes too late for the last look into the queue takes itself out again.
    private void enqueue(Waiting waiting) {
        boolean refused = closed || !queue.offer(waiting);
        if (refused || (finished && queue.remove(waiting))) {
            waiting.answer(Taken.LATER);
        }
    }

    private void commitUntilClosed() {
        List<InQueue> batch = new ArrayList<>(bounds.batch());
        do {
            batch.clear();
            boolean _ = uninterrupted(() -> batch.add(queue.take()));
            queue.drainTo(batch, bounds.batch() - 1);
            committer.commit(waiting(batch));
        } while (batch.stream().noneMatch(End.class::isInstance));
        finished = true;
        batch.clear();
        queue.drainTo(batch);
        waiting(batch).forEach(late -> late.answer(Taken.LATER));
    }

    private static List<Waiting> waiting(List<InQueue> batch) {
        List<Waiting> waiting = new ArrayList<>(batch.size());
        for (InQueue each : batch) {
            switch (each) {
                case Waiting someone -> waiting.add(someone);
                case End _ -> {}
            }
        }
        return waiting;
    }

    /// A wait that may be interrupted.
    private interface Wait {
        void until() throws InterruptedException;
    }

    /// Waits to the end.
    ///
    /// @return whether nobody interrupted
    private static boolean uninterrupted(Wait wait) {
        boolean interrupted = false;
        while (true) {
            try {
                wait.until();
                return !interrupted;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
    }
}
