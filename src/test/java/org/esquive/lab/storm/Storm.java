package org.esquive.lab.storm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.lab.checker.Check;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.History;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Smsc;

/// Kills the product under load, again and again, and asks what it kept: `bench/run storm [kills seed]`. Texts come at
/// 2,000 a second from a thousand senders or more, eight of each at most, with a window of 20; the instants of the
/// kills follow from the seed. It prints the verdict of the checker and exits with its status.
public final class Storm {
    private static final int PER_SECOND = 2_000;
    private static final int WINDOW = 20;
    private static final int TEXTS_OF_A_SENDER = 8;
    private static final int MOST_SENDERS = 9_000;
    private static final int SENDERS_A_KILL = 160;
    private static final int SHORTEST_LIFE_MS = 50;
    private static final int LONGEST_LIFE_MS = 900;
    private static final int KILLED = 137;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

    private final Path folder;
    private final Plan plan;
    private final SplittableRandom chance;
    private final Script script = new Script();
    private final History history;
    private final Carrier carrier;
    private final Smsc smsc;
    private double slowestStart;

    /// What is done.
    ///
    /// @param quietSeconds how long nothing must happen before the run is over
    public record Plan(int kills, long seed, int quietSeconds) {
        int senders() {
            return Math.clamp((long) kills * SENDERS_A_KILL, 1_000, MOST_SENDERS);
        }
    }

    /// What came of it.
    ///
    /// @param status the exit status of the checker
    /// @param told what the checker printed
    /// @param slowestStart seconds from a start of the process to its first acknowledgement, at most
    public record Outcome(int status, String told, double slowestStart) {}

    private Storm(Path folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
        this.chance = new SplittableRandom(plan.seed());
        this.history = new History(folder.resolve("history.jsonl"));
        this.carrier = new Carrier(script, history, PER_SECOND, WINDOW);
        this.smsc = new Smsc(0, carrier, script, Optional.of(new Smsc.Login(Subject.SYSTEM_ID, Subject.PASSWORD)));
    }

    /// @param args kills and seed; each may be left out
    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "storm");
        Outcome outcome = run(folder, new Plan(kills, seed, 20));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(outcome.told());
        out.printf(
                Locale.ROOT,
                "%d kills, seed %d, at most %.1f s from a start to the first acknowledgement; history in %s%n",
                kills,
                seed,
                outcome.slowestStart(),
                folder);
        System.exit(outcome.status());
    }

    /// Runs a storm in an empty folder.
    public static Outcome run(Path folder, Plan plan) throws IOException, InterruptedException {
        return new Storm(folder, plan).run();
    }

    private Outcome run() throws IOException, InterruptedException {
        Texts texts = new Texts(plan.senders(), TEXTS_OF_A_SENDER, plan.seed());
        history.add("run.start", texts.runStart(Subject.WINDOW));
        texts.offerTo(carrier);
        try (smsc) {
            for (int kill = 0; kill < plan.kills(); kill++) {
                killOne();
            }
            drain();
        }
        try (history) {
            new Finals(Finals.in(folder, Texts.LINE), texts.who(), history).write(plan.quietSeconds());
        }
        var told = new ByteArrayOutputStream();
        int status = Check.run(
                List.of(folder.resolve("history.jsonl")), new PrintStream(told, true, StandardCharsets.UTF_8));
        return new Outcome(status, told.toString(StandardCharsets.UTF_8), slowestStart);
    }

    private void killOne() throws IOException, InterruptedException {
        Process process = start();
        int life = chance.nextInt(SHORTEST_LIFE_MS, LONGEST_LIFE_MS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(life);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK);
        }
        history.fault("F1", true, "kill -9");
        boolean _ = process.toHandle().destroyForcibly();
        int _ = process.waitFor();
        ended(process, KILLED);
        waitFor("the link to break", () -> smsc.links().isEmpty());
    }

    /// Starts the product and waits for its first acknowledgement.
    private Process start() throws IOException {
        carrier.forgetFirst();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Subject.class.getName(),
                        folder.toString(),
                        Integer.toString(smsc.port()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("subject.log").toFile()))
                .start();
        history.add("proc", "\"do\":\"start\",\"pid\":" + process.pid());
        waitFor("a first acknowledgement", () -> carrier.firstAckAt() != 0 || carrier.open() == 0);
        slowestStart = Math.max(slowestStart, (carrier.firstAckAt() - began) / 1e9);
        return process;
    }

    private void ended(Process process, int code) {
        history.add("proc", "\"do\":\"exit\",\"pid\":" + process.pid() + ",\"code\":" + code);
    }

    /// Lets everything be delivered and answered, and ends the product politely.
    private void drain() throws IOException, InterruptedException {
        Process process = start();
        long quiet = TimeUnit.SECONDS.toNanos(plan.quietSeconds());
        waitFor("the last acknowledgement", () -> carrier.open() == 0);
        waitFor(
                "quiet",
                () -> carrier.quietNanos() > quiet
                        && Finals.in(folder, Texts.LINE).leftOpen() == 0);
        process.getOutputStream().close();
        ended(process, process.waitFor());
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK);
        }
    }
}
