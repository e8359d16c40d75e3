package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sql.Columns.bytes;

import java.sql.SQLException;
import java.time.Instant;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Rows;
import org.esquive.ledger.sql.DecisionColumns;
import org.esquive.ledger.sql.Sql;
import org.esquive.policy.Decision;
import org.esquive.policy.SenderRecord;
import org.jspecify.annotations.Nullable;

/// Writes down the texts of a batch with their replies: each kind of row in one go.
///
/// @param sql the transaction of the commit
/// @param keyring seals the numbers of replies that wait
record TextPen(Sql sql, Keyring keyring) {
    /// Columns that each text has: from line_id to content.
    private static final int TEXT_COLUMNS = 9;

    private static final String SILENT = """
            insert into text (line_id, id, at, sender, n, replies, opted_out, identity, content, reason, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String LEAVING = """
            insert into text (line_id, id, at, sender, n, replies, opted_out, identity, content,
                              answer, state, due_at, expires_at, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENDING', ?, ?, 0)""";

    private static final String WAITING = """
            insert into text (line_id, id, at, sender, n, replies, opted_out, identity, content,
                              answer, state, due_at, expires_at, attempts, own_number, number, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)""";

    private static final String MOVE = """
            update text set state = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    void write(Rows rows) throws SQLException {
        String line = rows.line().value();
        for (Rows.TextRow text : rows.texts()) {
            pile(line, text, rows.replies().get(text.text().id()));
        }
        for (ReplyStanding moved : rows.moved()) {
            sql.pile(MOVE, moved.state().name(), line, moved.id());
        }
        sql.flush(SILENT, LEAVING, WAITING, MOVE);
    }

    private void pile(String line, Rows.TextRow row, Rows.@Nullable ReplyRow reply) throws SQLException {
        if (reply == null) {
            sql.pile(
                    SILENT,
                    values(line, row, DecisionColumns.reason(row.decision()), DecisionColumns.hold(row.decision())));
        } else if (reply.state() == ReplyState.SENDING) {
            Decision.Reply decided = reply.reply();
            sql.pile(
                    LEAVING,
                    values(line, row, decided.answer().name(), millis(decided.dueAt()), millis(decided.expiresAt())));
        } else {
            pileWaiting(line, row, reply);
        }
    }

    private void pileWaiting(String line, Rows.TextRow row, Rows.ReplyRow reply) throws SQLException {
        Decision.Reply decided = reply.reply();
        boolean waits = reply.state() == ReplyState.DUE;
        sql.pile(
                WAITING,
                values(
                        line,
                        row,
                        decided.answer().name(),
                        reply.state().name(),
                        millis(decided.dueAt()),
                        millis(decided.expiresAt()),
                        waits ? reply.from().e164() : null,
                        waits ? keyring.seal(reply.to()) : null,
                        waits ? decided.text() : null));
    }

    /// The values of the columns that each text has, and those of some more.
    private static @Nullable Object[] values(String line, Rows.TextRow row, @Nullable Object... more) {
        Arrival.Text text = row.text();
        SenderRecord sender = row.sender();
        @Nullable Object[] values = new @Nullable Object[TEXT_COLUMNS + more.length];
        values[0] = line;
        values[1] = text.id();
        values[2] = millis(text.at());
        values[3] = text.sender().bytes();
        values[4] = sender.texts();
        values[5] = sender.replies();
        values[6] = sender.optedOut() ? 1 : 0;
        values[7] = bytes(text.identity());
        values[8] = bytes(text.content());
        System.arraycopy(more, 0, values, TEXT_COLUMNS, more.length);
        return values;
    }

    private static long millis(Instant moment) {
        return moment.toEpochMilli();
    }
}
