package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sqlite.Columns.bytes;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LongText;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Rows;
import org.esquive.ledger.SenderRow;
import org.esquive.ledger.Tally;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.esquive.policy.LineRecord;
import org.jspecify.annotations.Nullable;

/// Writes down what a batch came to: each kind of row in one go.
///
/// @param sql the transaction of the commit
/// @param keyring seals the numbers of replies that wait
record Pen(Sql sql, Keyring keyring) {
    private static final String LINE = "replace into line (line_id, day, replies) values (?, ?, ?)";

    private static final String SENDER = """
            replace into sender (line_id, sender, texts, replies, first_at, last_at, opted_out, last_reply)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String TEXT =
            "insert into text (line_id, id, at, sender, n, reason, identity, content) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String REPLY = """
            insert into reply (line_id, id, at, state, answer, due_at, expires_at, own_number, number, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String MOVE = """
            update reply set state = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    private static final String OPT_OUT = "insert or ignore into opt_out (line_id, person) values (?, ?)";

    private static final String OPT_IN = "delete from opt_out where line_id = ? and person = ?";

    private static final String TALLY = """
            insert into tally (line_id, hour, name, count) values (?, ?, ?, ?)
                on conflict do update set count = count + excluded.count""";

    private static final String ALERT = "insert into alert (line_id, id, at, kind, sender) values (?, ?, ?, ?, ?)";

    private static final String LONG_TEXT = """
            replace into long_text (line_id, sender, reference, wide, total, text_id, opened_at, last_at, pieces)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String LONG_TEXT_DROPPED = """
            delete from long_text
             where line_id = ? and sender = ? and reference = ? and wide = ? and total = ?""";

    void write(Rows rows) throws SQLException {
        String line = rows.line().value();
        for (SenderRow sender : rows.senders()) {
            pile(line, sender);
        }
        for (Rows.TextRow text : rows.texts()) {
            pile(line, text);
        }
        for (Rows.ReplyRow reply : rows.replies()) {
            pile(line, reply);
        }
        for (ReplyStanding moved : rows.moved()) {
            sql.pile(MOVE, moved.state().name(), line, moved.id());
        }
        for (Map.Entry<Fingerprint, Boolean> optOut : rows.optOuts().entrySet()) {
            sql.pile(optOut.getValue() ? OPT_OUT : OPT_IN, line, optOut.getKey().bytes());
        }
        for (Figures.Alert alert : rows.alerts()) {
            sql.pile(ALERT, line, alert.id(), alert.at().toEpochMilli(), alert.kind(), bytes(alert.sender()));
        }
        pile(line, rows.longTexts());
        sql.flush(SENDER, TEXT, REPLY, MOVE, OPT_OUT, OPT_IN, ALERT, LONG_TEXT, LONG_TEXT_DROPPED);
        add(rows.line(), rows.tallies());
        pile(line, rows.said());
    }

    /// Adds to the tallies of a line.
    void add(LineId line, Map<Tally, Long> tallies) throws SQLException {
        for (Map.Entry<Tally, Long> tally : tallies.entrySet()) {
            Tally counted = tally.getKey();
            sql.pile(TALLY, line.value(), counted.hour().toEpochMilli(), counted.name(), tally.getValue());
        }
        sql.flush(TALLY);
    }

    private void pile(String line, Optional<LineRecord> said) throws SQLException {
        if (said.isPresent()) {
            sql.change(LINE, line, said.get().day().toEpochDay(), said.get().repliesThatDay());
        }
    }

    private void pile(String line, SenderRow row) throws SQLException {
        Instant last = row.record().lastAt().orElse(row.firstAt());
        sql.pile(
                SENDER,
                line,
                row.sender().bytes(),
                row.record().texts(),
                row.record().replies(),
                row.firstAt().toEpochMilli(),
                last.toEpochMilli(),
                row.record().optedOut() ? 1 : 0,
                row.lastReply().isPresent() ? row.lastReply().get().id() : null);
    }

    private void pile(String line, Rows.TextRow row) throws SQLException {
        sql.pile(
                TEXT,
                line,
                row.text().id(),
                row.text().at().toEpochMilli(),
                row.text().sender().bytes(),
                row.n(),
                reason(row.decision()),
                bytes(row.text().identity()),
                bytes(row.text().content()));
    }

    private void pile(String line, Rows.ReplyRow row) throws SQLException {
        Decision.Reply reply = row.reply();
        boolean waits = row.state() == ReplyState.DUE;
        sql.pile(
                REPLY,
                line,
                row.id(),
                row.at().toEpochMilli(),
                row.state().name(),
                reply.answer().name(),
                reply.dueAt().toEpochMilli(),
                reply.expiresAt().toEpochMilli(),
                waits ? row.from().e164() : null,
                waits ? keyring.seal(row.to()) : null,
                waits ? reply.text() : null);
    }

    private void pile(String line, Rows.LongTextRows rows) throws SQLException {
        for (LongText text : rows.kept()) {
            LongText.Key key = text.key();
            sql.pile(
                    LONG_TEXT,
                    line,
                    key.sender().bytes(),
                    key.reference(),
                    key.wide() ? 1 : 0,
                    key.total(),
                    text.text(),
                    text.openedAt().toEpochMilli(),
                    text.lastAt().toEpochMilli(),
                    Pieces.bytes(text.pieces()));
        }
        for (LongText.Key key : rows.dropped()) {
            byte[] sender = key.sender().bytes();
            sql.pile(LONG_TEXT_DROPPED, line, sender, key.reference(), key.wide() ? 1 : 0, key.total());
        }
    }

    private static @Nullable String reason(Decision decision) {
        return switch (decision) {
            case Decision.Reply _ -> null;
            case Decision.Silence(var reason) -> reason.name();
        };
    }
}
