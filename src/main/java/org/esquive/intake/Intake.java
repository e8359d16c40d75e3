package org.esquive.intake;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;
import org.esquive.policy.Rulebook;
import org.jspecify.annotations.Nullable;

/// Takes what comes in and answers once it is stored.
///
/// One thread commits. A batch is what came while the last one was committed: nobody waits for a batch to fill,
/// and under load the cost of a commit is shared by many. Whoever cannot be stored now is told [Taken#LATER]: the
/// queue is full, the disk is, or the line is not ours.
public final class Intake implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Intake.class.getName());

    private final Ledger ledger;
    private final Keyring keyring;
    private final Supplier<Rulebook> rulebook;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Ids ids;
    private final Bounds bounds;

    /// Touched by the committing thread alone.
    private final Redeliveries redeliveries = new Redeliveries();

    private final BlockingQueue<InQueue> queue;
    private final List<Consumer<List<Outcome>>> observers = new CopyOnWriteArrayList<>();
    private final Thread committing;
    private volatile boolean closed;
    private volatile boolean finished;
    private volatile @Nullable String ledgerTrouble;
    private volatile @Nullable LineId unknownLine;

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
    private sealed interface InQueue {}

    /// Something on its way to the ledger, and who wants to know when it is there.
    private record Waiting(Arrival arrival, Consumer<Taken> answer) implements InQueue {}

    /// The end of the queue, once the intake is closed.
    private record End() implements InQueue {}

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
        this.ledger = ledger;
        this.keyring = keyring;
        this.rulebook = rulebook;
        this.clock = clock;
        this.chance = chance;
        this.ids = ids;
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
        List<Outcome> outcomes = ledger.commit(arrivals, new Bench(rulebook.get(), chance));
        tell(outcomes);
        return outcomes;
    }

    /// Has the outcomes of each commit told to somebody, on the committing thread; they must not block, and what
    /// they throw is logged and changes nothing.
    public void afterCommit(Consumer<List<Outcome>> observer) {
        observers.add(observer);
    }

    /// Why texts are refused, if they are: one sentence for a keeper.
    public Optional<String> trouble() {
        LineId unknown = unknownLine;
        if (unknown != null && rulebook.get().of(unknown).isEmpty()) {
            return Optional.of("A text came for line " + unknown + ", which the settings do not have: add the line, or"
                    + " correct the channel that brings its texts.");
        }
        return Optional.ofNullable(ledgerTrouble);
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
            answer(waiting, Taken.LATER);
        }
    }

    private void commitUntilClosed() {
        List<InQueue> batch = new ArrayList<>(bounds.batch());
        do {
            batch.clear();
            boolean _ = uninterrupted(() -> batch.add(queue.take()));
            queue.drainTo(batch, bounds.batch() - 1);
            commitBatch(waiting(batch));
        } while (batch.stream().noneMatch(End.class::isInstance));
        finished = true;
        batch.clear();
        queue.drainTo(batch);
        waiting(batch).forEach(late -> answer(late, Taken.LATER));
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

    /// A change of the settings since they were taken may have removed a line.
    private void commitBatch(List<Waiting> batch) {
        Bench bench = new Bench(rulebook.get(), chance);
        List<Waiting> ours = new ArrayList<>(batch.size());
        for (Waiting waiting : batch) {
            if (bench.knows(waiting.arrival().line())) {
                ours.add(waiting);
            } else {
                refuse(waiting);
            }
        }
        try {
            if (!redeliveries.isRecalled()) {
                redeliveries.recallBefore(arrivals(ours), ledger, clock.instant());
            }
        } catch (LedgerUnavailable failure) {
            refuse(ours, failure);
            return;
        }
        commit(ours, bench);
    }

    private void refuse(Waiting waiting) {
        unknownLine = waiting.arrival().line();
        answer(waiting, Taken.LATER);
    }

    /// Stores a batch, or each of it alone if a mistake of ours keeps the batch from being stored: what then
    /// fails alone is refused, the others flow.
    private void commit(List<Waiting> batch, Bench bench) {
        Sifted sifted = sift(batch);
        if (sifted.first().isEmpty()) {
            return;
        }
        try {
            List<Outcome> outcomes = ledger.commit(arrivals(sifted.first()), bench);
            ledgerTrouble = null;
            sifted.all().forEach(this::acknowledge);
            redeliveries.stored();
            tell(outcomes);
            tellRepeated(sifted.again());
        } catch (LedgerUnavailable failure) {
            redeliveries.notStored();
            refuse(sifted.all(), failure);
        } catch (RuntimeException mistake) {
            redeliveries.notStored();
            if (sifted.all().size() > 1) {
                sifted.all().forEach(waiting -> commit(List.of(waiting), bench));
            } else {
                LOG.log(Level.ERROR, "event=not-stored", Bench.withoutMessage(mistake));
                sifted.all().forEach(waiting -> answer(waiting, Taken.LATER));
            }
        }
    }

    private void refuse(List<Waiting> batch, LedgerUnavailable failure) {
        ledgerTrouble = failure.getMessage();
        LOG.log(Level.ERROR, "event=ledger-unavailable refused=" + batch.size(), failure);
        batch.forEach(waiting -> answer(waiting, Taken.LATER));
    }

    /// A batch without the repeated deliveries of what is stored.
    ///
    /// @param first what is to be stored
    /// @param again repeated deliveries of some of that: they share its fate
    private record Sifted(List<Waiting> first, List<Waiting> again) {
        List<Waiting> all() {
            if (again.isEmpty()) {
                return first;
            }
            List<Waiting> all = new ArrayList<>(first);
            all.addAll(again);
            return all;
        }
    }

    /// Acknowledges repeated deliveries of what is stored, and leaves the rest.
    private Sifted sift(List<Waiting> batch) {
        Sifted sifted = new Sifted(new ArrayList<>(batch.size()), new ArrayList<>());
        List<Waiting> stored = new ArrayList<>();
        for (Waiting waiting : batch) {
            switch (copy(waiting.arrival())) {
                case FIRST -> sifted.first().add(waiting);
                case OF_WAITING -> sifted.again().add(waiting);
                case OF_STORED -> stored.add(waiting);
            }
        }
        stored.forEach(waiting -> answer(waiting, Taken.COMMITTED));
        tellRepeated(stored);
        return sifted;
    }

    private Redeliveries.Copy copy(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Text text -> redeliveries.copy(text);
            case Arrival.News _ -> Redeliveries.Copy.FIRST;
        };
    }

    private void acknowledge(Waiting waiting) {
        if (waiting.arrival() instanceof Arrival.Text text) {
            redeliveries.answering(text, ids.latest());
        }
        answer(waiting, Taken.COMMITTED);
    }

    private void tellRepeated(List<Waiting> repeated) {
        List<Outcome> outcomes = new ArrayList<>(repeated.size());
        for (Waiting waiting : repeated) {
            if (waiting.arrival() instanceof Arrival.Text text) {
                LOG.log(Level.DEBUG, () -> "event=repeated line=" + text.line() + " text=" + text.id());
                outcomes.add(new Outcome.Repeated(text));
            }
        }
        if (!outcomes.isEmpty()) {
            tell(outcomes);
        }
    }

    private static List<Arrival> arrivals(List<Waiting> batch) {
        List<Arrival> arrivals = new ArrayList<>(batch.size());
        batch.forEach(waiting -> arrivals.add(waiting.arrival()));
        return arrivals;
    }

    private static void answer(Waiting waiting, Taken taken) {
        guarded(waiting.answer(), taken);
    }

    private void tell(List<Outcome> outcomes) {
        observers.forEach(observer -> guarded(observer, outcomes));
    }

    private static <T> void guarded(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "event=listener-failed", Bench.withoutMessage(mistake));
        }
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
