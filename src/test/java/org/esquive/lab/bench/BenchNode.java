package org.esquive.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.postgres.Access;
import org.esquive.ledger.postgres.PostgresLedger;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;

/// One node of [NodesBench]: the real engine on PostgreSQL, before a network that takes every reply at once. It warms
/// up, says "ready", waits for "go", says "acknowledged" once every text is stored, and then, once every reply has
/// left,
/// "done", the µs of its processors and its commits.
final class BenchNode {
    static final String URL = "BENCH_URL";
    static final String USER = "BENCH_USER";
    static final String PASSWORD = "BENCH_PASSWORD";

    private static final int IN_FLIGHT = 4_096;

    /// Texts by others before those that are counted: a program that began a moment ago is compiled while it works.
    private static final int WARM_UP = 150_000;

    private static final int EACH = 10;
    private static final SendResult TAKEN = new SendResult.Accepted(Optional.empty());

    private final int texts;
    private final List<Line> lines;
    private final List<Inbound> inbounds;
    private final List<Inbound> before;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private BenchNode(int texts, int senders, int lines, int place) {
        this.texts = texts;
        this.lines = lines(lines);
        this.inbounds = inbounds(1_000_000 + place * senders, senders);
        this.before = inbounds(5_000_000 + place * WARM_UP, WARM_UP / EACH);
    }

    private List<Inbound> inbounds(int first, int senders) {
        List<Inbound> inbounds = new ArrayList<>(senders);
        for (int i = 0; i < senders; i++) {
            Sender sender = new Sender.Mobile(new PhoneNumber("+3363998" + (first + i)), Fixtures.FRANCE);
            inbounds.add(Inbound.text(lines.get(i % lines.size()).id(), sender, "slt tu fais quoi ce soir"));
        }
        return inbounds;
    }

    private static List<Line> lines(int count) {
        List<Line> lines = new ArrayList<>();
        Line like = Fixtures.guarded();
        for (int i = 0; i < count; i++) {
            lines.add(new Line(
                    new LineId("line" + i),
                    new PhoneNumber("+3363998%04d".formatted(9_000 + i)),
                    like.country(),
                    like.alsoAnswered(),
                    like.zone(),
                    like.language(),
                    like.channel(),
                    like.status(),
                    like.timing(),
                    like.limits(),
                    like.denied()));
        }
        return lines;
    }

    /// @param arguments texts, senders, lines, and which of the nodes it is
    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BenchNode node = new BenchNode(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        Access access = new Access(System.getenv(URL), System.getenv(USER), new Secret(System.getenv(PASSWORD)));
        try (Ledger ledger = PostgresLedger.open(
                access, Fixtures.keyring(), new PostgresLedger.Opener("bench", "bench", InstantSource.system()))) {
            node.takeAll(ledger, node.before, WARM_UP, () -> {});
            node.commits.set(0);
            out.println("ready");
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            if ("go".equals(in.readLine())) {
                long cpu = cpuNanos();
                node.takeAll(ledger, node.inbounds, node.texts, () -> out.println("acknowledged"));
                out.println("done " + (cpuNanos() - cpu) / 1_000 + " " + node.commits.get());
            }
        }
        System.exit(node.refused.get() == 0 ? 0 : 1);
    }

    /// @param acknowledged told once every text is stored; some replies may still wait
    private void takeAll(Ledger ledger, List<Inbound> inbounds, int texts, Runnable acknowledged)
            throws InterruptedException {
        Rulebook rulebook = Fixtures.rulebook(lines.toArray(Line[]::new));
        InstantSource clock = InstantSource.system();
        Semaphore window = new Semaphore(IN_FLIGHT);
        Consumer<Intake.Taken> answer = taken -> {
            if (taken == Intake.Taken.LATER) {
                refused.incrementAndGet();
            }
            window.release();
        };
        Set<LineId> ids = new HashSet<>();
        lines.forEach(line -> ids.add(line.id()));
        Ids numbers = new Ids(clock, ledger.nodes().number());
        try (Dispatcher dispatcher = new Dispatcher(ledger, _ -> Optional.<Channel>of(new Willing()), clock);
                Intake intake = new Intake(
                        ledger, Fixtures.keyring(), () -> rulebook, clock, new SplittableRandom(1), numbers)) {
            intake.afterCommit(outcomes -> {
                commits.incrementAndGet();
                outcomes.forEach(outcome -> wakeFor(outcome, dispatcher));
            });
            intake.expressBy(dispatcher);
            int _ = dispatcher.start(ids);
            for (int i = 0; i < texts; i++) {
                window.acquire();
                intake.take(inbounds.get(i % inbounds.size()), answer);
            }
            window.acquire(IN_FLIGHT);
            acknowledged.run();
            for (LineId line : ids) {
                while (ledger.nextDue(line).isPresent()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            }
        }
    }

    private static void wakeFor(Outcome outcome, Dispatcher dispatcher) {
        if (outcome instanceof Outcome.Decided decided && decided.waits()) {
            dispatcher.wake(decided.text().line());
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /// A network that takes every reply at once. Every one is equal, so that all lines share a lane.
    private record Willing() implements Pipelined {
        @Override
        public void send(Outbound outbound, Consumer<SendResult> result) {
            result.accept(TAKEN);
        }

        @Override
        public SendResult send(Outbound outbound) {
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
}
