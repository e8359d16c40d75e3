package org.esquive.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Arrays;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.WrongKey;
import org.esquive.ledger.sql.Sql;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the database to the schema of this program, and makes sure that it is the right one. Several nodes may
/// start at once: one brings it up to date, the others wait. A step only adds, so that nodes of the release before go
/// on beside it.
final class Schema {
    /// PostgreSQL 15, as the server counts.
    private static final int OLDEST = 150_000;

    private static final String VERSION = "select current_setting('server_version_num')::integer, version()";

    private static final String KEY = "key";

    private static final String KNOW_KEY =
            "insert into installation (name, value) values (?, ?) on conflict (name) do nothing";

    private static final String KEY_KNOWN = "select value from installation where name = ?";

    private Schema() {}

    /// Makes the database one that a node may use.
    ///
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    static void open(Pools pools, PostgresDatabase database, Keyring keyring) {
        refuseUnfinished(database);
        bringUpToDate(pools, database, keyring);
        refuseUnfinished(database);
    }

    private static void refuseUnfinished(PostgresDatabase database) {
        database.read(Unfinished::find).ifPresent(work -> {
            throw Trouble.of(work.sentence(), new IllegalStateException(work.name()));
        });
    }

    /// The same for whoever is to finish what was begun with it.
    static void bringUpToDate(Pools pools, PostgresDatabase database, Keyring keyring) {
        int version =
                database.read(sql -> sql.first(VERSION, row -> row.getInt(1)).orElse(0));
        if (version < OLDEST) {
            throw Trouble.of(
                    "The database is PostgreSQL " + version / 10_000 + ": Esquive needs 15 or newer.",
                    new IllegalStateException("server version " + version));
        }
        migrate(pools);
        database.write(sql -> know(sql, keyring));
    }

    private static void migrate(Pools pools) {
        try (HikariDataSource source = pools.toUpgrade()) {
            migrate(Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/postgres")
                    .load());
        } catch (FlywayException failure) {
            throw failure.getCause() instanceof SQLException cause
                    ? Trouble.of(cause)
                    : Trouble.of("The database cannot be brought up to date: see the log for the cause.", failure);
        }
    }

    private static void migrate(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        if (current != null && !current.getState().isResolved()) {
            throw Trouble.of(
                    "The database was written by a newer Esquive: install that version or a later one.",
                    new IllegalStateException("schema " + current.getVersion()));
        }
        var _ = flyway.migrate();
    }

    /// Fingerprints made with another key would make everybody a stranger.
    private static boolean know(Sql sql, Keyring keyring) throws SQLException {
        byte[] ours = keyring.mark();
        int _ = sql.change(KNOW_KEY, KEY, ours);
        byte[] known = sql.first(KEY_KNOWN, row -> row.getBytes(1), KEY).orElseThrow();
        if (!Arrays.equals(known, ours)) {
            throw new WrongKey();
        }
        return true;
    }
}
