package org.esquive.ledger.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.postgres.PostgresServer;
import org.esquive.lab.postgres.SharedPostgres;
import org.esquive.lab.postgres.Wire;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.settings.Secret;

/// A database of the shared server with the schema and nothing in it. Making one takes seconds on a busy machine, so
/// one that is given back is emptied and used again.
public final class PostgresStore implements Desk.Store, AutoCloseable {
    private static final List<String> TABLES = List.of(
            "line",
            "channel",
            "sender",
            "text",
            "opt_out",
            "tally",
            "alert",
            "long_text",
            "early_receipt",
            "settings",
            "audit",
            "person",
            "recovery_code",
            "session");

    private static final String EMPTY = """
            alter table audit disable trigger all;
            do $$ declare it record; begin
                for it in select tablename from pg_tables
                           where schemaname = 'public' and tablename not in ('flyway_schema_history', 'installation')
                loop execute format('delete from %I', it.tablename); end loop;
                for it in select sequencename from pg_sequences where schemaname = 'public'
                loop execute format('alter sequence %I restart', it.sequencename); end loop;
            end $$;
            delete from installation where name <> 'key';
            alter table audit enable trigger all;
            """;

    /// The wire looks for the word COMMIT, which a prepared statement would not say.
    private static final String SPOKEN = "?prepareThreshold=0";

    private static final Queue<String> FREE = new ConcurrentLinkedQueue<>();

    private final String name;

    /// Takes an empty database, or makes one.
    public PostgresStore() {
        String free = FREE.poll();
        name = free == null ? make() : free;
    }

    private static String make() {
        String name = server().createDatabase();
        open(name, Fixtures.keyring(), InstantSource.system()).close();
        new PostgresStore(name).execute("delete from node");
        return name;
    }

    /// A database that is there, empty or not.
    PostgresStore(String name) {
        this.name = name;
    }

    private static PostgresServer server() {
        return SharedPostgres.server();
    }

    /// Opens a ledger in some database of the shared server.
    static PostgresLedger open(String name, Keyring keyring, InstantSource clock) {
        return PostgresLedger.open(access(name), keyring, new PostgresLedger.Opener("lab", "test", clock));
    }

    private static Access access(String name) {
        return new Access(server().url(name), server().user(), new Secret(server().password()));
    }

    /// How it is reached.
    public Access access() {
        return access(name);
    }

    /// The same database, reached by a wire that can be cut.
    Desk.Store through(Wire wire) {
        return through(wire, Memory.NONE);
    }

    /// The same database, opened by nodes whose clock tells the time.
    public Desk.Store at(InstantSource clock) {
        return reached(keyring -> open(keyring, clock));
    }

    private Desk.Store reached(Function<Keyring, Ledger> opening) {
        return new Desk.Store() {
            @Override
            public Ledger open(Keyring keyring) {
                return opening.apply(keyring);
            }

            @Override
            public List<String> dump() {
                return PostgresStore.this.dump();
            }

            @Override
            public int count(String table) {
                return PostgresStore.this.count(table);
            }
        };
    }

    /// The same database, opened by a node that remembers who it was.
    Desk.Store by(Memory memory) {
        return reached(keyring -> PostgresLedger.open(
                access(),
                keyring,
                new PostgresLedger.Opener("lab", "test", InstantSource.fixed(Instant.EPOCH), memory)));
    }

    /// The same, reached by a wire.
    Desk.Store through(Wire wire, Memory memory) {
        Access direct = access();
        String url = direct.url().replace(":" + server().port() + "/", ":" + wire.port() + "/") + SPOKEN;
        Access access = new Access(url, direct.user(), direct.password());
        return reached(keyring -> PostgresLedger.open(
                access, keyring, new PostgresLedger.Opener("cut", "test", InstantSource.fixed(Instant.EPOCH), memory)));
    }

    /// A wire to the server.
    static Wire wire() {
        return new Wire(server().port());
    }

    @Override
    public PostgresLedger open(Keyring keyring) {
        return open(keyring, InstantSource.fixed(Instant.EPOCH));
    }

    /// A node with a clock of its own.
    public PostgresLedger open(Keyring keyring, InstantSource clock) {
        return open(name, keyring, clock);
    }

    @Override
    public List<String> dump() {
        List<String> values = new ArrayList<>();
        TABLES.forEach(table -> values.addAll(query("select * from " + table)));
        return values;
    }

    @Override
    public int count(String table) {
        return Integer.parseInt(query("select count(*) from " + table).getFirst());
    }

    /// Every value that a query finds, row by row; bytes as hexadecimal digits.
    public List<String> query(String query) {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(text(rows.getObject(i)));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /// Changes the database behind the ledger's back.
    public void execute(String change) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(change);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server().url(name), server().user(), server().password());
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /// Gives it back.
    @Override
    public void close() {
        execute(EMPTY);
        FREE.add(name);
    }
}
