package org.esquive.console.play;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.rehearsal.Protection;
import org.esquive.rehearsal.Rehearsal;
import org.esquive.rehearsal.RehearsalTable;
import org.esquive.rehearsal.Result;
import org.esquive.rehearsal.Scenario;
import org.esquive.rehearsal.Scenarios;
import org.esquive.settings.Delay;
import org.esquive.settings.yaml.ShippedTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays rehearsals in the background, one at a time in the whole program, on one thread of the lowest priority, which
/// stands aside while live texts wait. A play has a ledger of its own in the temporary folder, and the memory that it
/// takes is asked for beforehand. The last few results are kept in memory.
///
/// May be used from any thread.
public final class Stage implements AutoCloseable {
    /// Results that are kept.
    static final int MOST_KEPT = 5;

    /// What chance is made of: everybody sees the same story.
    static final long SEED = 2017;

    /// Memory that must be free: what the longest story takes at its peak, twice.
    private static final long ROOM = 64L << 20;

    private static final Duration ASIDE = Duration.ofMillis(5);
    /// How often it stands aside between two commits at the most, so that it ends in a flood, too.
    private static final int MOST_ASIDE = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final BooleanSupplier busy;
    private final InstantSource clock;
    private final List<Played> played = new ArrayList<>();
    private @Nullable Running running;
    private @Nullable Ending ending;
    private int plays;

    /// @param busy whether live texts wait
    public Stage(BooleanSupplier busy, InstantSource clock) {
        this.busy = busy;
        this.clock = clock;
    }

    /// How the latest rehearsal ended.
    enum Ending {
        DONE,
        CANCELLED,
        FAILED
    }

    /// What became of the wish to start one.
    enum Start {
        STARTED,
        /// Another is running.
        RUNNING,
        /// There is too little memory beside the live lines.
        NO_MEMORY
    }

    /// A rehearsal that runs.
    private static final class Running {
        private final Order order;
        private final AtomicLong done = new AtomicLong();
        private volatile long total = Long.MAX_VALUE;
        private volatile boolean cancelled;
        private @Nullable Thread thread;

        Running(Order order) {
            this.order = order;
        }
    }

    /// How far the rehearsal is that runs.
    ///
    /// @param percent 0 to 99
    record Progress(Order order, int percent) {}

    @SuppressWarnings("ThreadPriorityCheck") // a courtesy; nothing relies on it
    synchronized Start start(Order order) {
        if (running != null) {
            return Start.RUNNING;
        }
        Runtime machine = Runtime.getRuntime();
        if (machine.maxMemory() - machine.totalMemory() + machine.freeMemory() < ROOM) {
            return Start.NO_MEMORY;
        }
        Running fresh = new Running(order);
        running = fresh;
        ending = null;
        fresh.thread = Thread.ofPlatform()
                .name("rehearsal")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> run(fresh));
        return Start.STARTED;
    }

    /// Ends the rehearsal that runs, if one does, within a commit or so.
    synchronized void cancel() {
        if (running != null) {
            running.cancelled = true;
        }
    }

    synchronized Optional<Progress> progress() {
        return Optional.ofNullable(running).map(run -> {
            long most = 99;
            return new Progress(run.order, (int) Math.min(most, run.done.get() * 100 / run.total));
        });
    }

    /// How the latest one ended, if none runs.
    synchronized Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /// The results that are kept, newest first.
    synchronized List<Played> played() {
        return played.reversed().stream().toList();
    }

    private void run(Running run) {
        long began = System.nanoTime();
        Ending end = Ending.FAILED;
        try {
            RehearsalTable table = table(run);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            keep(run.order, table, new Played.Done(clock.instant(), took));
            end = Ending.DONE;
        } catch (CancellationException _) {
            end = Ending.CANCELLED;
        } catch (RuntimeException failure) {
            LOG.error("event=rehearsal-failed scenario={}", run.order.scenario(), failure);
        } finally {
            ended(end);
        }
    }

    private synchronized void keep(Order order, RehearsalTable table, Played.Done done) {
        plays++;
        played.add(Played.of(plays, order, table, done));
        if (played.size() > MOST_KEPT) {
            played.removeFirst();
        }
    }

    private synchronized void ended(Ending how) {
        running = null;
        ending = how;
    }

    private RehearsalTable table(Running run) {
        Scenario scenario = Scenarios.named(run.order.scenario(), SEED).orElseThrow();
        List<Protection> columns = run.order.columns();
        run.total = Math.max(1, (long) scenario.texts().size() * (columns.size() - 1));
        Rehearsal rehearsal = new Rehearsal(ShippedTexts.load(), Delay.USUAL, SEED);
        List<Result> results = new ArrayList<>();
        for (Protection column : columns) {
            results.add(
                    column == Protection.OWN
                            ? rehearsal.play(scenario, run.order.own().orElseThrow(), texts -> step(run, texts))
                            : rehearsal.play(scenario, column, texts -> step(run, texts)));
        }
        return new RehearsalTable(scenario, run.order.tariff(), results);
    }

    private void step(Running run, int texts) {
        run.done.addAndGet(texts);
        for (int i = 0; i < MOST_ASIDE && busy.getAsBoolean() && !run.cancelled; i++) {
            LockSupport.parkNanos(ASIDE.toNanos());
        }
        if (run.cancelled) {
            throw new CancellationException("the rehearsal was called off");
        }
    }

    /// Calls off what runs, and waits until its folder is gone.
    @Override
    public void close() {
        cancel();
        Optional<Thread> thread;
        synchronized (this) {
            thread = Optional.ofNullable(running).map(run -> run.thread);
        }
        try {
            if (thread.isPresent()) {
                boolean _ = thread.get().join(PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
