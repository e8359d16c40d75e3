package org.esquive.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Pace;
import org.esquive.channel.Pipelined;
import org.esquive.channel.SendResult;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.intake.Intake.Taken;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Rulebook;
import org.springframework.util.FileSystemUtils;

/// Measures how many texts a second are decided and durable, through the real intake and ledger, each commit forced to
/// the disk. Run it with `bench/run intake [texts senders runs]`; it is no test, for it depends on the machine.
///
/// Senders take turns, so that with ten texts a sender the first gets a reply, the next four find it pending, and five
/// are beyond the limit; with one text a sender every text gets a reply. Their numbers are three digits longer than the
/// reserved ones, so that there are enough and none is anybody's.
public final class IntakeBench {
    /// Texts handed over and not yet answered: what the networks together keep in flight.
    private static final int IN_FLIGHT = 4_096;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PROGRESS = 5;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final int texts;
    private final List<Inbound> inbounds;

    /// What a run reached.
    ///
    /// @param perSecond texts a second, until every text was acknowledged and every reply written down as sent
    /// @param perSecondClosed texts a second, until the ledger was closed too, with all it had put off
    /// @param replies replies sent
    record Run(double perSecond, double perSecondClosed, double cpuMicros, long commits, long replies) {}

    /// What happens during a run.
    private record Counts(AtomicLong commits, AtomicLong refused, AtomicLong replies) {
        Counts() {
            this(new AtomicLong(), new AtomicLong(), new AtomicLong());
        }
    }

    IntakeBench(int texts, int senders) {
        this.texts = texts;
        this.inbounds = new ArrayList<>(senders);
        for (int i = 0; i < senders; i++) {
            Sender sender = new Sender.Mobile(new PhoneNumber("+3363998" + (1_000_000 + i)), Fixtures.FRANCE);
            inbounds.add(Inbound.text(Fixtures.DEMO, sender, "slt tu fais quoi ce soir"));
        }
    }

    /// @param arguments texts, senders and runs; each may be left out
    public static void main(String... arguments) throws IOException, InterruptedException {
        int texts = argument(arguments, 0, 300_000);
        int senders = argument(arguments, 1, 30_000);
        int runs = argument(arguments, 2, 5);
        IntakeBench bench = new IntakeBench(texts, senders);
        OUT.printf(Locale.ROOT, "%,d texts from %,d senders, %d runs%n", texts, senders, runs);
        List<Run> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = bench.run();
            results.add(run);
            OUT.printf(
                    Locale.ROOT,
                    "run %d: %,.0f texts/s, %.1f µs CPU a text, %,d commits%n",
                    i + 1,
                    run.perSecond(),
                    run.cpuMicros(),
                    run.commits());
        }
        double[] speeds = results.stream().mapToDouble(Run::perSecond).sorted().toArray();
        double[] cpu = results.stream().mapToDouble(Run::cpuMicros).sorted().toArray();
        OUT.printf(
                Locale.ROOT,
                "texts/s median %,.0f, min %,.0f, max %,.0f; µs CPU a text median %.1f%n",
                speeds[runs / 2],
                speeds[0],
                speeds[runs - 1],
                cpu[runs / 2]);
    }

    static int argument(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index].replace("_", "")) : otherwise;
    }

    /// A network that takes every reply at once.
    private record Willing(AtomicLong replies) implements Pipelined {
        private static final SendResult TAKEN = new SendResult.Accepted(Optional.empty());

        @Override
        public void send(Outbound outbound, Consumer<SendResult> result) {
            result.accept(send(outbound));
        }

        @Override
        public SendResult send(Outbound outbound) {
            replies.incrementAndGet();
            return TAKEN;
        }

        @Override
        public Pace pace() {
            return new Pace(60_000_000, 10_000);
        }

        @Override
        public Health health() {
            return Health.UP;
        }

        @Override
        public void close() {}
    }

    Run run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "intake");
        try {
            return run(SqliteLedger.open(folder.resolve("bench.db"), Fixtures.keyring()));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Run run(Ledger ledger) throws InterruptedException {
        Counts counts = new Counts();
        long cpu;
        long began;
        long took;
        try (ledger) {
            cpu = cpuNanos();
            began = System.nanoTime();
            takeAll(ledger, counts);
            took = System.nanoTime() - began;
            cpu = cpuNanos() - cpu;
        }
        long closed = System.nanoTime() - began;
        if (counts.refused().get() > 0) {
            throw new IllegalStateException(counts.refused() + " texts were refused");
        }
        return new Run(
                texts * 1e9 / took,
                texts * 1e9 / closed,
                cpu / 1e3 / texts,
                counts.commits().get(),
                counts.replies().get());
    }

    private void takeAll(Ledger ledger, Counts counts) throws InterruptedException {
        Rulebook rulebook = Fixtures.rulebook(Fixtures.guarded());
        InstantSource clock = InstantSource.system();
        Semaphore window = new Semaphore(IN_FLIGHT);
        Consumer<Taken> answer = taken -> {
            if (taken == Taken.LATER) {
                counts.refused().incrementAndGet();
            }
            window.release();
        };
        var chance = new SplittableRandom(1);
        Channel network = new Willing(counts.replies());
        try (Dispatcher dispatcher = new Dispatcher(ledger, _ -> Optional.of(network), clock);
                Intake intake =
                        new Intake(ledger, Fixtures.keyring(), () -> rulebook, clock, chance, new Ids(clock, 1))) {
            intake.afterCommit(outcomes -> {
                counts.commits().incrementAndGet();
                if (outcomes.stream().anyMatch(IntakeBench::waits)) {
                    dispatcher.wake(Fixtures.DEMO);
                }
            });
            intake.expressBy(dispatcher);
            dispatcher.start(Set.of(Fixtures.DEMO));
            for (int i = 0; i < texts; i++) {
                window.acquire();
                intake.take(inbounds.get(i % inbounds.size()), answer);
                if (texts >= 1_000_000 && (i + 1) % (texts / PROGRESS) == 0) {
                    reportMemory(i + 1);
                }
            }
            window.acquire(IN_FLIGHT);
            awaitClaimOfAll(ledger);
        }
    }

    private static boolean waits(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided && decided.waits();
    }

    /// A reply that found no room to leave with its commit is claimed a little later.
    private static void awaitClaimOfAll(Ledger ledger) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.nextDue(Fixtures.DEMO).isPresent()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("replies still wait after " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static void reportMemory(int after) {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        OUT.printf(Locale.ROOT, "after %,d texts: %.1f MB of heap in use%n", after, heap.getUsed() / 1e6);
    }

    static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
