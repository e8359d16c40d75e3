package org.esquive.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.esquive.ledger.Keyring;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Measures how near the engine comes to the bare database. Run it with `bench/run bare [texts batch]`; it is no test,
/// for it depends on the machine.
///
/// The bare loop is one thread that decides nothing: it writes the rows of answered texts, see [BareRows], into the
/// same
/// schema under the same pragmas, in batches of one size. The engine is that of [IntakeBench]: intake, policy, ledger
/// and dispatcher, with a network that takes every reply at once. Both take turns, each text is of another sender, and
/// each is measured until its file is closed, so that nothing is put off unseen.
/// The first run of each warms the compiler up and does not count.
public final class BareLoop {
    private static final int RUNS = 3;
    private static final int MOST_TEXTS = 1_000_000;

    /// Times as fast as the bare loop that the engine is to be, at the least.
    private static final double AIM = 0.6;

    // As the ledger has them.
    private static final int CACHE = 32 << 10;
    private static final int CHECKPOINT_PAGES = 64_000;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final int batch;
    private final List<byte[]> senders;

    private BareLoop(int texts, int batch) {
        this.batch = batch;
        Keyring keyring = Fixtures.keyring();
        this.senders = IntStream.range(0, texts)
                .mapToObj(i -> new Sender.Mobile(new PhoneNumber("+3363998" + (1_000_000 + i)), Fixtures.FRANCE))
                .map(sender -> keyring.sender(sender).bytes())
                .toList();
    }

    /// @param arguments texts, at most a million, and texts a batch of the bare loop; each may be left out
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        int texts = Math.min(MOST_TEXTS, IntakeBench.argument(arguments, 0, 100_000));
        int batch = IntakeBench.argument(arguments, 1, 1_024);
        OUT.printf(Locale.ROOT, "%,d texts, each of another sender and answered, %d runs of each%n", texts, RUNS);
        BareLoop loop = new BareLoop(texts, batch);
        IntakeBench engine = new IntakeBench(texts, texts);
        List<Speed> bare = new ArrayList<>();
        List<Speed> whole = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            Speed ofLoop = loop.run();
            Speed ofEngine = answeringAll(engine, texts);
            OUT.printf(Locale.ROOT, "%s: bare loop %s; engine %s%n", run == 0 ? "warm-up" : run, ofLoop, ofEngine);
            if (run > 0) {
                bare.add(ofLoop);
                whole.add(ofEngine);
            }
        }
        double ratio = median(whole) / median(bare);
        OUT.printf(Locale.ROOT, "bare loop, batches of %,d: median %,.0f texts/s%n", batch, median(bare));
        OUT.printf(Locale.ROOT, "engine: median %,.0f texts/s%n", median(whole));
        OUT.printf(Locale.ROOT, "engine / bare loop: %.2f (aim: at least %.1f)%n", ratio, AIM);
    }

    /// What a run reached; the CPU time is of all threads, and of all but the closing.
    private record Speed(double perSecond, double cpuMicros) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f texts/s, %.1f µs CPU a text", perSecond, cpuMicros);
        }
    }

    private static Speed answeringAll(IntakeBench engine, int texts) throws IOException, InterruptedException {
        IntakeBench.Run run = engine.run();
        if (run.replies() != texts) {
            throw new IllegalStateException(run.replies() + " of " + texts + " texts were answered");
        }
        return new Speed(run.perSecondClosed(), run.cpuMicros());
    }

    private static double median(List<Speed> speeds) {
        return speeds.stream().mapToDouble(Speed::perSecond).sorted().toArray()[speeds.size() / 2];
    }

    private Speed run() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "bare");
        try {
            SQLiteDataSource file = file(folder.resolve("bench.db"));
            Flyway.configure()
                    .dataSource(file)
                    .locations("classpath:db/sqlite")
                    .load()
                    .migrate();
            return speed(file);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Speed speed(SQLiteDataSource file) throws SQLException {
        long began;
        long cpu;
        try (Connection connection = file.getConnection();
                BareRows rows = BareRows.prepare(connection, CHECKPOINT_PAGES)) {
            began = System.nanoTime();
            cpu = IntakeBench.cpuNanos();
            for (int from = 0; from < senders.size(); from += batch) {
                rows.write(senders.subList(from, Math.min(senders.size(), from + batch)));
            }
            cpu = IntakeBench.cpuNanos() - cpu;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Speed(senders.size() / seconds, cpu / 1e3 / senders.size());
    }

    private static SQLiteDataSource file(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setCacheSize(-CACHE);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, "FULL");
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "FAST");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
