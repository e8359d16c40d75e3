package org.esquive.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.esquive.lab.peers.KannelPeer;
import org.esquive.lab.smsc.Load;
import org.esquive.lab.smsc.Phases;
import org.esquive.lab.smsc.Smsc;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Has Esquive and, where it is installed, Kannel answer the same texts, and prints what each reached at which cost.
/// It is no test, for it depends on the machine; the phases are told one by one, for a run takes minutes.
@Command(
        name = "bench/run smpp",
        mixinStandardHelpOptions = true,
        description = "Esquive beside Kannel: the same carrier, the same texts, the same run.")
public final class SmppBench implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Path DISK = Path.of("target/bench");
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long MOST_SECONDS = 120;
    private static final int BIND_SECONDS = 40;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "runs of each; the table has their medians (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--rate",
            defaultValue = "6000",
            description = "texts a second for the latencies (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--window",
            defaultValue = "1000",
            description = "texts without an acknowledgement (${DEFAULT-VALUE})")
    private int window;

    @Option(names = "--only", description = "a pattern for the names of those to be measured")
    private String only = "";

    @Option(names = "--keep", description = "leaves ledgers and logs in target/bench")
    private boolean keep;

    /// Who is measured.
    ///
    /// @param folder where it keeps what it keeps
    /// @param answers starts it so that it answers
    /// @param silent starts it so that it answers nothing; the same if it knows itself whom not to answer
    private record Entrant(String name, Path folder, Start answers, Start silent) {}

    private interface Start {
        Rival start(Path folder, int port) throws IOException;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new SmppBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Table table = new Table(rate);
        for (int run = 1; run <= runs; run++) {
            for (Entrant entrant : entrants()) {
                OUT.printf(Locale.ROOT, "run %d of %d, %s%n", run, runs, entrant.name());
                measure(entrant, table);
            }
        }
        OUT.println(table);
        return 0;
    }

    private List<Entrant> entrants() {
        List<Entrant> all = new ArrayList<>();
        all.add(new Entrant("Esquive, fsync before each acknowledgement", DISK, Program::new, Program::new));
        if (Files.isDirectory(MEMORY)) {
            all.add(new Entrant("Esquive, ledger in memory", MEMORY, Program::new, Program::new));
        }
        if (KannelPeer.isInstalled()) {
            all.add(new Entrant("Kannel, nothing stored (as shipped)", DISK, kannel(false, ANSWER), kannel(false, "")));
            all.add(new Entrant("Kannel, spool without fsync", DISK, kannel(true, ANSWER), kannel(true, "")));
        } else {
            OUT.println("Kannel is not installed (apt install kannel): Esquive alone.");
        }
        return all.stream()
                .filter(entrant -> entrant.name().matches(".*(" + only + ").*"))
                .toList();
    }

    private static final String ANSWER = "La personne qui vous a donne ce numero ne souhaite pas ce contact. Merci.";

    private Start kannel(boolean spool, String answer) {
        return (folder, port) -> {
            Optional<Path> store =
                    spool ? Optional.of(Files.createDirectories(folder.resolve("spool"))) : Optional.empty();
            return new Kannel(KannelPeer.start(folder, new KannelPeer.Setup(port, window, answer, store, Map.of())));
        };
    }

    private record Kannel(KannelPeer peer) implements Rival {
        @Override
        public Duration cpuTime() {
            return peer.cpuTime();
        }

        @Override
        public long peakMemory() {
            return peer.peakMemory();
        }

        @Override
        public void close() {
            peer.close();
        }
    }

    private void measure(Entrant entrant, Table table) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(entrant.folder()), "smpp");
        Phases phases = new Phases();
        try (Smsc smsc = new Smsc(phases)) {
            try (Rival rival = entrant.answers().start(folder, smsc.port())) {
                awaitBind(smsc);
                answers(entrant, phases, rival, table);
                if (rival instanceof Program) {
                    silences(entrant, phases, rival, table);
                }
            }
            if (entrant.name().startsWith("Kannel")) {
                try (Rival rival = entrant.silent().start(folder, smsc.port())) {
                    awaitBind(smsc);
                    silences(entrant, phases, rival, table);
                }
            }
        } finally {
            if (!keep) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    /// Waits until a program has bound.
    static void awaitBind(Smsc smsc) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(BIND_SECONDS);
        while (smsc.links().isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nobody has bound for " + BIND_SECONDS + " s; --keep leaves the log");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /// A warm-up of three lines, then three lines as fast as may be, then one at the rate.
    private void answers(Entrant entrant, Phases phases, Rival rival, Table table) throws InterruptedException {
        String name = entrant.name();
        var _ = run(phases, 3 * Numbers.ANSWERED, 0, 0);
        Duration before = rival.cpuTime();
        Load.Result full = run(phases, 3 * Numbers.ANSWERED, 3, 0);
        double cpu = rival.cpuTime().minus(before).toNanos() / 1e3 / Math.max(1, full.replies());
        say("replies to all", full);
        table.add(name, Table.REPLIES, full.repliesPerSecond());
        table.add(name, Table.CPU, cpu);
        Load.Result paced = run(phases, Numbers.ANSWERED, 6, rate);
        say("at " + rate + " a second", paced);
        table.add(name, Table.ACK_50, paced.ack().millis(0.5));
        table.add(name, Table.ACK_99, paced.ack().millis(0.99));
        table.add(name, Table.ACK_999, paced.ack().millis(0.999));
        table.add(name, Table.REPLY_50, paced.reply().millis(0.5));
        table.add(name, Table.REPLY_99, paced.reply().millis(0.99));
        table.add(name, Table.REPLY_999, paced.reply().millis(0.999));
        Load.Result flood = flood(phases);
        say("others in a flood of one", flood);
        table.add(name, Table.OTHERS, flood.reply().millis(1));
        table.add(name, Table.MEMORY, rival.peakMemory() / 1e6);
    }

    /// Texts of senders who were answered five times already, or to somebody who never answers.
    private void silences(Entrant entrant, Phases phases, Rival rival, Table table) throws InterruptedException {
        if (entrant.name().startsWith("Kannel")) {
            var _ = run(phases, 2 * Numbers.ANSWERED, 0, 0);
        }
        Duration before = rival.cpuTime();
        Load.Result silent = run(phases, 6 * Numbers.ANSWERED, 0, 0);
        say("no replies", silent);
        table.add(entrant.name(), Table.SILENT, silent.acksPerSecond());
        double cpu = rival.cpuTime().minus(before).toNanos() / 1e3 / Math.max(1, silent.acked());
        table.add(entrant.name(), Table.SILENT_CPU, cpu);
    }

    private Load.Result run(Phases phases, int texts, int firstLine, int perSecond) throws InterruptedException {
        return phases.run(
                new Load.Plan(
                        texts,
                        perSecond,
                        window,
                        text -> Numbers.lineOf(firstLine, text),
                        Numbers::sender,
                        "slt tu fais quoi ce soir",
                        _ -> true),
                MOST_SECONDS);
    }

    /// One sender texts as fast as may be, a hundred thousand times; every hundredth text is of somebody else.
    private Load.Result flood(Phases phases) throws InterruptedException {
        return phases.run(
                new Load.Plan(
                        100_000,
                        0,
                        window,
                        _ -> Numbers.line(7),
                        text -> text % 100 == 99 ? Numbers.sender(1 + text / 100) : Numbers.sender(0),
                        "slt tu fais quoi ce soir",
                        text -> text % 100 == 99),
                MOST_SECONDS);
    }

    private static void say(String phase, Load.Result result) {
        OUT.printf(Locale.ROOT, "  %s: %s%n", phase, result);
    }
}
