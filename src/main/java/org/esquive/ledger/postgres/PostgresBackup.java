package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.sql.BackupFile;
import org.esquive.ledger.sql.Restored;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;

/// Copies of a database of several nodes: made by `pg_dump` while nodes run, and read back by `pg_restore`.
///
/// A copy is one moment of the database. The instance key is not in it. Until a copy is read back whole, and nothing
/// in it can be sent twice, no node may use the database.
public final class PostgresBackup {
    private static final int AT_ONCE = 1_000;

    private static final String FILE = "--file=";

    /// Whoever restores owns what is restored.
    private static final List<String> OURS = List.of("--no-owner", "--no-privileges");

    private static final String TABLES =
            "select quote_ident(tablename) from pg_tables where schemaname = current_schema()";

    private static final String DROP_FUNCTIONS = "drop function if exists take_turn(), refuse_change()";

    /// The nodes of the copy are over, whatever they were doing.
    private static final String NODES_ARE_GONE = "update node set gone = true, polite = true";

    private static final String NO_DUTIES = "delete from lease";

    private PostgresBackup() {}

    /// Copies a database, whether or not nodes use it.
    ///
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    public static void make(Access access, BackupFile copy) {
        PostgresTool dump = PostgresTool.find("pg_dump");
        try (Direct direct = Direct.open(access, "backup")) {
            direct.write(sql -> {
                        if (!Presence.holdsLedger(sql)) {
                            throw refusal(
                                    "There is no ledger in this database: name the right one with --database-url.");
                        }
                        return Unfinished.find(sql);
                    })
                    .ifPresent(work -> {
                        throw refusal(work.sentence());
                    });
        }
        copy.write(part -> {
            dump.run(access, arguments(List.of("--format=custom", FILE + part)));
            PostgresTool.find("pg_restore").run(access, List.of("--list", part.toString()));
        });
    }

    /// Reads a copy into a database.
    ///
    /// @param replaces whether there may be a ledger in it already, which is gone then
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    public static void restore(BackupFile copy, Access access, boolean replaces, Keyring keyring, Instant now) {
        copy.mustBe(BackupFile.Kind.POSTGRES);
        PostgresTool restore = PostgresTool.find("pg_restore");
        restore.run(access, List.of("--list", copy.path().toString()));
        try (Direct direct = Direct.open(access, "restore")) {
            makeRoom(direct, replaces);
            section(restore, access, copy, "pre-data");
            int _ = direct.write(Unfinished.RESTORE::note);
            section(restore, access, copy, "data");
            section(restore, access, copy, "post-data");
            try (Pools pools = new Pools(access)) {
                Schema.bringUpToDate(pools, new PostgresDatabase(pools), keyring);
            }
            sendNothingTwice(direct, keyring, now);
            int _ = direct.write(Unfinished::end);
        }
    }

    private static void makeRoom(Direct direct, boolean replaces) {
        boolean _ = direct.write(sql -> {
            if (!Presence.holdsTables(sql)) {
                return true;
            }
            if (!Presence.holdsLedger(sql)) {
                throw refusal("The database holds tables that are not of Esquive: create an empty database.");
            }
            if (sql.any("select 1 from pg_tables where schemaname = current_schema() and tablename = 'node'")
                    && Presence.isUsed(sql)) {
                throw refusal("Esquive runs on this database: stop every node, then restore.");
            }
            if (!replaces) {
                throw refusal("There is a ledger in this database already: give --replace to lose it for the backup.");
            }
            int _ = sql.change("drop table " + String.join(", ", sql.all(TABLES, row -> row.getString(1))));
            int _ = sql.change(DROP_FUNCTIONS);
            return true;
        });
    }

    private static void section(PostgresTool restore, Access access, BackupFile copy, String section) {
        restore.run(
                access,
                arguments(List.of(
                        "--section=" + section,
                        "--single-transaction",
                        "--exit-on-error",
                        "--dbname=" + PostgresTool.database(access),
                        copy.path().toString())));
    }

    private static List<String> arguments(List<String> more) {
        return Stream.concat(OURS.stream(), more.stream()).toList();
    }

    private static void sendNothingTwice(Direct direct, Keyring keyring, Instant now) {
        for (LineId line : direct.write(Restored::lines)) {
            while (direct.write(sql -> giveUp(sql, keyring, line, now)) == AT_ONCE) {
                // The next thousand.
            }
        }
        int _ = direct.write(sql -> Restored.signOut(sql) + sql.change(NODES_ARE_GONE) + sql.change(NO_DUTIES));
        int _ = direct.write(sql -> sql.change("analyze"));
    }

    private static int giveUp(Sql sql, Keyring keyring, LineId line, Instant now) throws SQLException {
        List<ReplyStanding> given = Restored.giveUp(sql, keyring, line, now, AT_ONCE);
        ReplyNews.write(sql, line, given);
        return given.size();
    }

    private static LedgerUnavailable refusal(String sentence) {
        return Trouble.of(sentence, new IllegalStateException("refused"));
    }
}
