package org.esquive.ledger.move;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.postgres.Access;
import org.esquive.ledger.postgres.Reception;
import org.esquive.ledger.sql.Table;
import org.esquive.ledger.sqlite.Departure;

/// Copies the ledger of a file into a database, row by row, and compares.
///
/// The order of its last steps makes it safe to be interrupted anywhere: everything is copied and compared, the file
/// gets another name, and only then nodes may use the database. So there never are two ledgers that count.
public final class Move {
    private Move() {}

    /// Hears how far it is.
    public interface Progress {
        /// A table begins.
        void begins(String table, long rows);

        /// So many rows of it came.
        void came(long rows);
    }

    /// Moves a ledger.
    ///
    /// @return what was compared, all of it equal; empty if an earlier move had done so
    /// @throws LedgerUnavailable with a sentence that says why not and what to do; the file is as it was then
    public static List<Compared> ledger(Path file, Access access, Keyring keyring, Instant now, Progress progress) {
        if (Departure.isOver(file)) {
            finishOnly(file, access, keyring);
            return List.of();
        }
        try (Departure from = Departure.of(file, keyring, now);
                Reception to = Reception.in(access, keyring)) {
            List<Table> tables = from.tables();
            to.begin(tables);
            for (Table table : tables) {
                copy(table, from, to, progress);
            }
            if (from.notesReplies()) {
                to.noteReplies();
            }
            List<Compared> compared = compare(tables, from, to);
            refuseIfDifferent(compared);
            to.copied();
            Path _ = from.setAside();
            to.finish();
            return compared;
        }
    }

    /// An earlier move was interrupted when only its last step was left.
    private static void finishOnly(Path file, Access access, Keyring keyring) {
        try (Reception to = Reception.in(access, keyring)) {
            if (!to.isCopied()) {
                throw new LedgerUnavailable(
                        "The ledger " + file + " was moved already: start Esquive with its database.",
                        new IllegalStateException("moved"));
            }
            to.finish();
        }
    }

    private static void copy(Table table, Departure from, Reception to, Progress progress) {
        progress.begins(table.name(), from.count(table));
        from.read(table, rows -> {
            to.take(table, rows);
            progress.came(rows.size());
        });
        if (table.hasPlaces()) {
            to.lastPlace(table, from.lastPlace(table));
        }
    }

    private static List<Compared> compare(List<Table> tables, Departure from, Reception to) {
        List<Compared> compared = new ArrayList<>();
        for (Table table : tables) {
            compared.add(new Compared(table.name(), true, from.count(table), to.count(table)));
        }
        Map<String, Long> there = to.sums();
        from.sums()
                .forEach((what, sum) ->
                        compared.add(new Compared(what, false, sum, Objects.requireNonNull(there.get(what)))));
        return compared;
    }

    private static void refuseIfDifferent(List<Compared> compared) {
        String different = compared.stream()
                .filter(one -> !one.isEqual())
                .map(one -> "%s %d and %d".formatted(one.what(), one.file(), one.database()))
                .collect(Collectors.joining(", "));
        if (!different.isEmpty()) {
            throw new LedgerUnavailable(
                    "The database has not what the file has (" + different
                            + "): does anybody else write to it? The file is as it was; run the same command again.",
                    new IllegalStateException("different"));
        }
    }
}
