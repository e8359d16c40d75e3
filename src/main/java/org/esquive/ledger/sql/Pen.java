package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.bytes;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LongText;
import org.esquive.ledger.RecordText;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Rows;
import org.esquive.ledger.Tally;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.policy.SenderRecord;

/// Writes down what a batch came to, but for its texts and senders: rows that are few, each kind in one go.
///
/// @param sql the transaction of the commit
/// @param keyring seals the numbers of replies that wait, and what is kept of texts
public record Pen(Sql sql, Keyring keyring) {
    private static final String COVER = """
            insert into text (line_id, id, at, sender, n, replies, opted_out, cover_of,
                              answer, state, due_at, expires_at, attempts, own_number, number, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'COVER', ?, ?, ?, 0, ?, ?, ?)""";

    private static final String OPT_OUT = "insert into opt_out (line_id, person) values (?, ?) on conflict do nothing";

    private static final String OPT_IN = "delete from opt_out where line_id = ? and person = ?";

    private static final String TALLY = """
            insert into tally (line_id, hour, name, count) values (?, ?, ?, ?)
                on conflict (line_id, hour, name) do update set count = tally.count + excluded.count""";

    private static final String ALERT = """
            insert into alert (line_id, id, kind, facts, at, sender) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""";

    private static final String LONG_TEXT = """
            insert into long_text (line_id, sender, reference, wide, total, text_id, opened_at, last_at, pieces)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (line_id, sender, reference, wide, total) do update
               set text_id = excluded.text_id, opened_at = excluded.opened_at, last_at = excluded.last_at,
                   pieces = excluded.pieces""";

    private static final String LONG_TEXT_DROPPED = """
            delete from long_text
             where line_id = ? and sender = ? and reference = ? and wide = ? and total = ?""";

    /// Rows that two writers add to are always taken in this order, so that neither waits for the other in a ring.
    private static final Comparator<Map.Entry<Tally, Long>> IN_ORDER = Comparator.comparing(
            Map.Entry::getKey, Comparator.comparing(Tally::hour).thenComparing(Tally::name));

    /// Writes all but texts and senders.
    public void write(Rows rows) throws SQLException {
        String line = rows.line().value();
        for (Map.Entry<Fingerprint, Boolean> optOut : rows.optOuts().entrySet()) {
            sql.pile(optOut.getValue() ? OPT_OUT : OPT_IN, line, optOut.getKey().bytes());
        }
        for (Figures.Alert alert : rows.alerts()) {
            pile(alert);
        }
        for (Rows.CoverRow cover : rows.covers()) {
            pile(line, cover);
        }
        pile(line, rows.longTexts());
        sql.flush(COVER, OPT_OUT, OPT_IN, ALERT, LONG_TEXT, LONG_TEXT_DROPPED);
        SqlKept.write(sql, keyring, rows);
        add(rows.line(), rows.tallies());
    }

    /// Adds to the tallies of a line.
    public void add(LineId line, Map<Tally, Long> tallies) throws SQLException {
        List<Map.Entry<Tally, Long>> sorted =
                tallies.entrySet().stream().sorted(IN_ORDER).toList();
        for (Map.Entry<Tally, Long> tally : sorted) {
            Tally counted = tally.getKey();
            sql.pile(TALLY, line.value(), counted.hour().toEpochMilli(), counted.name(), tally.getValue());
        }
        sql.flush(TALLY);
    }

    /// Writes an alert that no text raised.
    public void write(Figures.Alert alert) throws SQLException {
        pile(alert);
        sql.flush(ALERT);
    }

    private void pile(Figures.Alert alert) throws SQLException {
        sql.pile(
                ALERT,
                alert.line().value(),
                alert.id(),
                alert.kind().name(),
                RecordText.of(alert.facts()),
                alert.at().toEpochMilli(),
                bytes(alert.sender()));
    }

    private void pile(String line, Rows.CoverRow cover) throws SQLException {
        Arrival.Text text = cover.text().text();
        SenderRecord sender = cover.text().sender();
        Rows.ReplyRow reply = cover.reply();
        boolean waits = reply.state() != ReplyState.CANCELLED;
        sql.pile(
                COVER,
                line,
                cover.id(),
                text.at().toEpochMilli(),
                text.sender().bytes(),
                sender.texts(),
                sender.replies(),
                sender.optedOut() ? 1 : 0,
                text.id(),
                waits ? ReplyState.DUE.name() : ReplyState.CANCELLED.name(),
                cover.cover().dueAt().toEpochMilli(),
                reply.reply().expiresAt().toEpochMilli(),
                waits ? reply.from().e164() : null,
                waits ? keyring.seal(reply.to()) : null,
                waits ? cover.cover().text() : null);
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
}
