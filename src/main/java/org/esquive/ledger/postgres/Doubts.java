package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Rows;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.Fingerprint;
import org.esquive.policy.LineRecord;

/// Commits of which nobody said whether they are kept, because the connection broke meanwhile. It is found out by
/// their keys: whoever has the row of the line knows that no such commit is still under way, and then a text of it is
/// there or it is not.
///
/// As long as one is open nothing else is committed; so there is hardly ever more than one.
final class Doubts {
    /// How long it is tried to find out before the network is told "later".
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(200);

    private static final String IS_THERE = "select 1 from text where line_id = ? and id = ?";

    private static final String WHY =
            "the connection to the database broke while it was written, so it did not leave with its text";

    private final PostgresDatabase database;
    private final Settling settling;
    private final Copies copies;
    private final Deque<Doubt> open = new ArrayDeque<>();

    /// A commit of which nobody knows.
    ///
    /// @param lines what it was to write
    private record Doubt(List<Rows> lines) {

        /// A text of it; there is none if it only took note of receipts, which may be taken again without harm.
        private boolean isKept(Sql sql) throws SQLException {
            for (Rows rows : lines) {
                if (!rows.texts().isEmpty()) {
                    LineRecord _ = Locks.take(sql, rows.line());
                    long first = rows.texts().getFirst().text().id();
                    return sql.any(IS_THERE, rows.line().value(), first);
                }
            }
            return false;
        }
    }

    Doubts(PostgresDatabase database, Settling settling, Copies copies) {
        this.database = database;
        this.settling = settling;
        this.copies = copies;
    }

    /// Finds out whether a commit is kept.
    ///
    /// @throws LedgerUnavailable if that cannot be found out now: it will be, before anything else is committed
    boolean isKept(List<Rows> lines) {
        Doubt doubt = new Doubt(lines);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return database.write(doubt::isKept);
            } catch (LedgerUnavailable still) {
                if (System.nanoTime() > until) {
                    add(doubt);
                    throw still;
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    private synchronized void add(Doubt doubt) {
        open.add(doubt);
    }

    /// Settles what is open. Texts that are kept will come again, for the network was told otherwise; replies that
    /// were to leave with them did not, and cannot any more.
    ///
    /// @throws LedgerUnavailable if it cannot be found out yet
    synchronized void settle(Instant now) {
        while (!open.isEmpty()) {
            Doubt doubt = open.peek();
            boolean kept = database.write(sql -> {
                boolean there = doubt.isKept(sql);
                if (there) {
                    for (Rows rows : doubt.lines()) {
                        settling.giveUp(sql, rows.line(), leaving(rows), WHY, now);
                    }
                }
                return there;
            });
            if (kept) {
                doubt.lines().forEach(rows -> copies.wereKept(contents(rows), now));
            }
            open.remove();
        }
    }

    private static List<Long> leaving(Rows rows) {
        return rows.replies().values().stream()
                .filter(reply -> reply.state() == ReplyState.SENDING)
                .map(Rows.ReplyRow::id)
                .toList();
    }

    private static List<Fingerprint> contents(Rows rows) {
        List<Fingerprint> contents = new ArrayList<>();
        rows.texts().forEach(row -> row.text().content().ifPresent(contents::add));
        return contents;
    }
}
