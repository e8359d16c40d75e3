package org.esquive.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.esquive.settings.yaml.ShippedCountries;
import org.springframework.util.FileSystemUtils;

/// Measures what a flood does to the program: texts at full speed, each under another forged number, on a line that
/// answers at once. In virtual time all of it takes ten minutes. Run it with `bench/run flood [texts runs]`.
///
/// It is played with the money of a day as the only limit, then with all that is usual. Numbers are three digits longer
/// than the reserved ones, so that there are enough and none is anybody's.
public final class FloodBench {
    private static final Instant START = Instant.parse("2026-03-07T12:00:00Z");
    private static final Duration ALL_OF_IT = Duration.ofMinutes(10);
    private static final int NUMBERS = 10_000_000;
    private static final int APART = 7_654_321;
    private static final int QUEUED = 4_096;
    private static final int IN_FLIGHT = 100;
    private static final int POINTS = 10;
    private static final int MOST_ALERTS = 1_000;
    private static final long PRICE = 76_270;
    private static final long MONEY_A_DAY = 10 * Prices.MICROS;
    private static final long BETWEEN_LOOKS = Duration.ofMillis(20).toNanos();
    private static final String CHANNEL = "carrier";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final int texts;
    private final SteppingClock clock = new SteppingClock(START);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final List<Long> heap = new ArrayList<>();
    private final List<Long> looks = new ArrayList<>();
    private Optional<Figures.Alert> first = Optional.empty();
    private volatile boolean over;

    private FloodBench(int texts) {
        this.texts = texts;
    }

    /// @param arguments texts and runs; each may be left out
    public static void main(String... arguments) throws IOException, InterruptedException {
        int texts = IntakeBench.argument(arguments, 0, 1_000_000);
        int runs = IntakeBench.argument(arguments, 1, 2);
        OUT.printf(Locale.ROOT, "%,d texts of as many forged senders; cap EUR 10.00 a day%n%n", texts);
        row("", "texts/s", "heap after GC, MB", "console p50/p99/max, ms", "spent, EUR", "alarm after");
        for (int run = 0; run < runs; run++) {
            new FloodBench(texts).run("money only", moneyOnly());
            new FloodBench(texts).run("all guards", Limits.USUAL);
        }
    }

    private static Limits moneyOnly() {
        return Limits.USUAL.with(Caps.NONE).with(FloodLimits.OFF);
    }

    private void run(String name, Limits limits) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "flood");
        try (Ledger ledger = SqliteLedger.open(folder.resolve("bench.db"), Fixtures.keyring())) {
            Thread console = Thread.ofPlatform().start(() -> lookUntilOver(ledger.figures()));
            long began = System.nanoTime();
            flood(ledger, rulebook(limits));
            double seconds = (System.nanoTime() - began) / 1e9;
            over = true;
            console.join();
            report(name, seconds);
        } finally {
            boolean _ = FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void flood(Ledger ledger, Rulebook rulebook) throws InterruptedException {
        Semaphore window = new Semaphore(QUEUED);
        Consumer<Intake.Taken> answer = taken -> {
            if (taken == Intake.Taken.LATER) {
                refused.incrementAndGet();
            }
            window.release();
        };
        Duration step = ALL_OF_IT.dividedBy(texts);
        Channel network = new Counting(sent);
        try (Dispatcher dispatcher = new Dispatcher(ledger, _ -> Optional.of(network), clock);
                Intake intake = new Intake(
                        ledger,
                        Fixtures.keyring(),
                        () -> rulebook,
                        clock,
                        new SplittableRandom(1),
                        new Ids(clock, 1))) {
            intake.afterCommit(outcomes -> wakeIfOneWaits(outcomes, dispatcher));
            intake.expressBy(dispatcher);
            int _ = dispatcher.start(Set.of(Fixtures.DEMO));
            for (int i = 1; i <= texts; i++) {
                window.acquire();
                clock.step(step);
                intake.take(inbound(i), answer);
                if (i % (texts / POINTS) == 0) {
                    window.acquire(QUEUED);
                    weigh();
                    window.release(QUEUED);
                }
            }
        }
    }

    private static void wakeIfOneWaits(List<Outcome> outcomes, Dispatcher dispatcher) {
        if (outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Decided decided && decided.waits())) {
            dispatcher.wake(Fixtures.DEMO);
        }
    }

    /// Numbers far from each other, so that rates alone can tell.
    private static Inbound inbound(int i) {
        long number = (long) i * APART % NUMBERS;
        Sender sender = new Sender.Mobile(
                new PhoneNumber("+3363998" + Long.toString(NUMBERS + number).substring(1)), Fixtures.FRANCE);
        return Inbound.text(Fixtures.DEMO, sender, "slt");
    }

    private void weigh() {
        System.gc();
        heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /// What a keeper's page asks for, again and again.
    private void lookUntilOver(Figures figures) {
        while (!over) {
            long began = System.nanoTime();
            var _ = figures.totals(Fixtures.DEMO, START.minus(Duration.ofHours(24)), START.plus(ALL_OF_IT));
            var _ = figures.latest(Fixtures.DEMO, 0, 50);
            List<Figures.Alert> alerts = figures.alerts(Fixtures.DEMO, MOST_ALERTS);
            var _ = figures.line(Fixtures.DEMO);
            var _ = figures.channel(CHANNEL);
            looks.add(System.nanoTime() - began);
            if (first.isEmpty() && !alerts.isEmpty()) {
                first = Optional.of(alerts.getLast());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private void report(String name, double seconds) {
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " texts were refused");
        }
        long least = heap.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = heap.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Long> sorted = looks.stream().sorted().toList();
        row(
                name,
                "%,.0f".formatted(texts / seconds),
                "%.1f to %.1f, last %.1f".formatted(least / 1e6, most / 1e6, heap.getLast() / 1e6),
                "%.1f / %.1f / %.1f".formatted(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1)),
                "%.2f".formatted(sent.get() * PRICE / (double) Prices.MICROS),
                alarm());
        OUT.println("            heap after each tenth: "
                + heap.stream().map(used -> "%.1f".formatted(used / 1e6)).collect(Collectors.joining(" ")));
        if (sent.get() * PRICE > MONEY_A_DAY + IN_FLIGHT * PRICE) {
            throw new IllegalStateException("more was spent than the cap allows");
        }
    }

    private String alarm() {
        return first.map(alert -> "%.2f s, %s"
                        .formatted(Duration.between(START, alert.at()).toMillis() / 1e3, alert.kind()))
                .orElse("never");
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * part))) / 1e6;
    }

    private static void row(String... cells) {
        OUT.printf(Locale.ROOT, "%-11s %9s  %-26s %-24s %10s  %s%n", (Object[]) cells);
    }

    private static Rulebook rulebook(Limits limits) {
        Line line = new Line(
                Fixtures.DEMO,
                Fixtures.DEMO_NUMBER,
                Fixtures.FRANCE,
                Set.of(),
                ZoneId.of("Europe/Paris"),
                "fr",
                CHANNEL,
                Line.Status.OPEN,
                Timing.after(new Delay(Duration.ZERO, Duration.ZERO)),
                limits,
                List.of());
        Caps caps = Caps.NONE.with(Cap.MONEY_PER_DAY, MONEY_A_DAY);
        ChannelSettings channel = new ChannelSettings(
                CHANNEL, "nowhere", Map.of(), Map.of(), caps, new Prices("EUR", Map.of("+33", PRICE)));
        Settings settings = new Settings(List.of(line), List.of(channel), Map.of("fr", Fixtures.FRENCH));
        return Rulebook.of(settings, Map.of(), ShippedCountries.load());
    }

    /// A network that takes every reply at once.
    private record Counting(AtomicLong sent) implements Channel {
        @Override
        public SendResult send(Outbound outbound) {
            sent.incrementAndGet();
            return new SendResult.Accepted(Optional.empty());
        }

        @Override
        public Pace pace() {
            return new Pace(60_000_000, IN_FLIGHT);
        }

        @Override
        public Health health() {
            return Health.UP;
        }

        @Override
        public void close() {}
    }
}
