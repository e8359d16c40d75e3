package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.RecordText;
import org.esquive.ledger.sql.LineRows;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;

/// What a transaction takes before it begins, always in this order, so that nobody waits in a ring: the rows of its
/// lines, since what is counted of a line is counted by one at a time; the provider ids of its lines; and then rows
/// of replies.
///
/// Provider ids are shared by those who give them to replies, and had alone by whoever looks for a reply by one: else
/// a receipt could miss a reply that is just being told its id, and the reply the receipt.
final class Locks {
    /// What makes a look-up take what it finds, until the transaction ends.
    static final String FOR_UPDATE = " for update";

    private static final String KEYS = "(hashtextextended('ids of ' || name, 0)) from unnest(?::text[]) as name";

    private static final String SHARE_IDS = "select pg_advisory_xact_lock_shared" + KEYS;

    private static final String HAVE_IDS = "select pg_advisory_xact_lock" + KEYS;

    private static final String MAKE =
            "insert into line (line_id, spending, flood, breaker) values (?, ?, ?, ?) on conflict do nothing";

    private Locks() {}

    /// Takes the row of a line, and makes it first if there is none.
    ///
    /// @return what it says
    static LineRecord take(Sql sql, LineId line) throws SQLException {
        Optional<LineRecord> record = LineRows.find(line, sql, FOR_UPDATE);
        if (record.isPresent()) {
            return record.get();
        }
        int _ = sql.change(
                MAKE,
                line.value(),
                RecordText.of(LineRecord.NEW.spending()),
                RecordText.of(LineRecord.NEW.flood()),
                RecordText.of(LineRecord.NEW.breaker()));
        return LineRows.find(line, sql, FOR_UPDATE).orElseThrow();
    }

    /// Has nobody look for replies of some lines by their provider ids until this transaction ends.
    ///
    /// @param lines in the order of their names
    static void giveIds(Sql sql, List<LineId> lines) throws SQLException {
        take(sql, SHARE_IDS, lines);
    }

    /// Has nobody give provider ids to replies of some lines until this transaction ends.
    ///
    /// @param lines in the order of their names
    static void lookForIds(Sql sql, List<LineId> lines) throws SQLException {
        take(sql, HAVE_IDS, lines);
    }

    private static void take(Sql sql, String lock, List<LineId> lines) throws SQLException {
        if (!lines.isEmpty()) {
            boolean _ = sql.any(lock, sql.array("text", String[]::new, lines, LineId::value));
        }
    }
}
