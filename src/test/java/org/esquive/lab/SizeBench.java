package org.esquive.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.esquive.lab.postgres.Care;
import org.esquive.lab.postgres.PostgresServer;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Owed;
import org.esquive.ledger.move.Move;
import org.esquive.ledger.postgres.Access;
import org.esquive.ledger.postgres.PostgresLedger;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.settings.Secret;
import org.springframework.util.FileSystemUtils;

/// Measures what a ledger takes of the disk: per text that is answered, with its sender, and per text that is not. And
/// how long it takes to move it. Run it with `bench/run sizes [senders]`; it is no test, for it takes a while.
public final class SizeBench {
    private static final int BATCH = 256;
    private static final long TEXTS_BEYOND = 4;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final int senders;
    private final Path folder;
    private final PostgresServer server;

    private SizeBench(int senders, Path folder, PostgresServer server) {
        this.senders = senders;
        this.folder = folder;
        this.server = server;
    }

    /// Measures, and prints a table.
    public static void main(String... arguments) throws IOException {
        int senders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path folder = Files.createTempDirectory("esquive-sizes");
        try (PostgresServer server = PostgresServer.start(Care.ALL)) {
            SizeBench bench = new SizeBench(senders, folder, server);
            OUT.printf(Locale.ROOT, "%,d senders, one answered text each, then %d more each%n", senders, TEXTS_BEYOND);
            bench.sqlite();
            bench.postgres(server.createDatabase());
            bench.move(server.createDatabase());
        } finally {
            boolean _ = FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Path file() {
        return folder.resolve("esquive.db");
    }

    private void sqlite() throws IOException {
        Desk desk = new Desk(store(keyring -> SqliteLedger.open(file(), keyring)));
        answered(desk);
        desk.close();
        long first = Files.size(file());
        desk.restart();
        beyond(desk);
        desk.close();
        report("SQLite", first, Files.size(file()) - first);
    }

    private Access access(String database) {
        return new Access(server.url(database), server.user(), new Secret(server.password()));
    }

    private void postgres(String database) {
        Desk desk = new Desk(store(keyring -> PostgresLedger.open(
                access(database), keyring, new PostgresLedger.Opener("bench", "", InstantSource.fixed(Desk.EVENING)))));
        long empty = bytes(database);
        long log = logged(database);
        answered(desk);
        long first = bytes(database);
        long logFirst = logged(database);
        beyond(desk);
        report("PostgreSQL", first - empty, bytes(database) - first);
        report("PostgreSQL, log written ahead", logFirst - log, logged(database) - logFirst);
        for (String table : List.of("text", "sender")) {
            long size = ask(database, "select pg_total_relation_size('" + table + "')");
            long rows = ask(database, "select count(*) from " + table);
            OUT.printf(Locale.ROOT, "%-32s %6d bytes a row with its indexes%n", "PostgreSQL, " + table, size / rows);
        }
        desk.close();
    }

    private void move(String database) {
        long began = System.nanoTime();
        long[] rows = {0};
        var _ = Move.ledger(file(), access(database), Fixtures.keyring(), Desk.EVENING, new Move.Progress() {
            @Override
            public void begins(String table, long count) {}

            @Override
            public void came(long more) {
                rows[0] += more;
            }
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        OUT.printf(
                Locale.ROOT, "%-32s %,d rows in %.1f s, %,.0f a second%n", "move", rows[0], seconds, rows[0] / seconds);
    }

    private static Desk.Store store(Function<Keyring, Ledger> opening) {
        return new Desk.Store() {
            @Override
            public Ledger open(Keyring keyring) {
                return opening.apply(keyring);
            }

            @Override
            public List<String> dump() {
                return List.of();
            }

            @Override
            public int count(String table) {
                return 0;
            }
        };
    }

    /// Everybody texts once and is answered; the network took the answer and said so.
    private void answered(Desk desk) {
        desk.rules(Fixtures.rulebook(Fixtures.demo(1_000_000)));
        for (int from = 0; from < senders; from += BATCH) {
            desk.commit(texts(desk, from));
            List<Arrival> receipts = new ArrayList<>();
            for (Owed owed : desk.sendAll()) {
                var match = new Receipt.Match.ByReply(owed.outbound().id());
                var receipt = new Receipt(Fixtures.DEMO, match, Receipt.State.DELIVERED, desk.clock.instant());
                receipts.add(new Arrival.News(receipt, desk.clock.instant()));
            }
            desk.commit(receipts);
            desk.clock.step(Duration.ofSeconds(1));
        }
    }

    /// Everybody texts again, within the minute that makes them no person: no answer.
    private void beyond(Desk desk) {
        desk.rules(Fixtures.rulebook(Fixtures.demo(1)));
        for (int text = 0; text < TEXTS_BEYOND; text++) {
            for (int from = 0; from < senders; from += BATCH) {
                desk.commit(texts(desk, from));
                desk.clock.step(Duration.ofSeconds(1));
            }
        }
    }

    private List<Arrival> texts(Desk desk, int from) {
        List<Arrival> batch = new ArrayList<>(BATCH);
        for (int sender = from; sender < Math.min(senders, from + BATCH); sender++) {
            var identity = new Inbound.Identity.Key("SM" + desk.ids.next());
            Sender who = new Sender.Mobile(new PhoneNumber("+3363998" + (1_000_000 + sender)), Fixtures.FRANCE);
            batch.add(desk.arrival(new Inbound(
                    Fixtures.DEMO, who, Inbound.Kind.TEXT, "slt tu fais quoi", Optional.empty(), identity)));
        }
        return batch;
    }

    private void report(String what, long answered, long beyond) {
        OUT.printf(
                Locale.ROOT,
                "%-32s %6d bytes a text with its reply and sender, %5d a text beyond%n",
                what,
                answered / senders,
                beyond / (TEXTS_BEYOND * senders));
    }

    private long bytes(String database) {
        return ask(database, "select pg_database_size(current_database())");
    }

    private long logged(String database) {
        return ask(database, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private long ask(String database, String question) {
        try (var connection = DriverManager.getConnection(server.url(database), server.user(), server.password());
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            boolean _ = row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
