package org.esquive.ledger.postgres;

import static org.esquive.ledger.sql.Columns.bytes;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Rows;
import org.esquive.ledger.Rows.ReplyRow;
import org.esquive.ledger.Rows.TextRow;
import org.esquive.ledger.sql.DecisionColumns;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.jspecify.annotations.Nullable;

/// Writes the texts of a batch with their replies: a column an array, all rows one statement.
///
/// Their values come with the row of the line, so that a database whose lines lie on many machines sees at once where
/// they go.
///
/// @param sql the transaction of the commit
/// @param keyring seals the numbers of replies that wait
/// @param node whose affair the replies are that leave at once
record TextRows(Sql sql, Keyring keyring, short node) {
    private static final String INSERT = """
            insert into text (line_id, id, at, sender, n, replies, opted_out, identity, content, reason, detail,
                              answer, state, due_at, expires_at, attempts, own_number, number, words, node)
            select line.line_id, t.* from line, unnest(
                ?::bigint[], ?::bigint[], ?::bytea[], ?::integer[], ?::integer[], ?::smallint[], ?::bytea[], ?::bytea[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::integer[], ?::text[],
                ?::bytea[], ?::text[], ?::smallint[]) as t
             where line.line_id = ?""";

    private static final Short YES = 1;
    private static final Short NO = 0;

    private static final String MOVE = """
            update text set state = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    void write(Rows rows) throws SQLException {
        if (!rows.texts().isEmpty()) {
            insert(rows);
        }
        if (!rows.moved().isEmpty()) {
            move(rows.line(), rows.moved());
        }
    }

    /// A text, with its reply if it got one.
    private record Row(TextRow text, @Nullable ReplyRow reply) {
        Decision decision() {
            return text.decision();
        }

        boolean waits() {
            return reply != null && reply.state() == ReplyState.DUE;
        }

        <T> @Nullable T ofReply(Function<ReplyRow, T> value) {
            return reply == null ? null : value.apply(reply);
        }

        <T> @Nullable T whileItWaits(Function<ReplyRow, T> value) {
            return reply != null && waits() ? value.apply(reply) : null;
        }
    }

    private void insert(Rows of) throws SQLException {
        List<Row> rows = of.texts().stream()
                .map(text -> new Row(text, of.replies().get(text.text().id())))
                .toList();
        int _ = sql.change(
                INSERT,
                sql.array("bigint", Long[]::new, rows, row -> row.text().text().id()),
                sql.array(
                        "bigint",
                        Long[]::new,
                        rows,
                        row -> millis(row.text().text().at())),
                sql.array(
                        "bytea",
                        byte[][]::new,
                        rows,
                        row -> row.text().text().sender().bytes()),
                sql.array(
                        "integer",
                        Integer[]::new,
                        rows,
                        row -> row.text().sender().texts()),
                sql.array(
                        "integer",
                        Integer[]::new,
                        rows,
                        row -> row.text().sender().replies()),
                sql.array(
                        "smallint",
                        Short[]::new,
                        rows,
                        row -> row.text().sender().optedOut() ? YES : NO),
                sql.array(
                        "bytea",
                        byte[][]::new,
                        rows,
                        row -> bytes(row.text().text().identity())),
                sql.array(
                        "bytea",
                        byte[][]::new,
                        rows,
                        row -> bytes(row.text().text().content())),
                sql.array("text", String[]::new, rows, row -> DecisionColumns.reason(row.decision())),
                sql.array("text", String[]::new, rows, row -> DecisionColumns.hold(row.decision())),
                sql.array(
                        "text",
                        String[]::new,
                        rows,
                        row -> row.ofReply(it -> it.reply().answer().name())),
                sql.array(
                        "text",
                        String[]::new,
                        rows,
                        row -> row.ofReply(it -> it.state().name())),
                sql.array(
                        "bigint",
                        Long[]::new,
                        rows,
                        row -> row.ofReply(it -> millis(it.reply().dueAt()))),
                sql.array(
                        "bigint",
                        Long[]::new,
                        rows,
                        row -> row.ofReply(it -> millis(it.reply().expiresAt()))),
                sql.array("integer", Integer[]::new, rows, row -> row.ofReply(_ -> 0)),
                sql.array(
                        "text",
                        String[]::new,
                        rows,
                        row -> row.whileItWaits(it -> it.from().e164())),
                sql.array("bytea", byte[][]::new, rows, row -> row.whileItWaits(it -> keyring.seal(it.to()))),
                sql.array(
                        "text",
                        String[]::new,
                        rows,
                        row -> row.whileItWaits(it -> it.reply().text())),
                sql.array("smallint", Short[]::new, rows, this::whose),
                of.line().value());
    }

    private @Nullable Short whose(Row row) {
        return row.reply() != null && row.reply().state() == ReplyState.SENDING ? (Short) node : null;
    }

    private void move(LineId line, Collection<ReplyStanding> moved) throws SQLException {
        for (ReplyStanding reply : moved) {
            sql.pile(MOVE, reply.state().name(), line.value(), reply.id());
        }
        sql.flush(MOVE);
    }

    private static long millis(Instant moment) {
        return moment.toEpochMilli();
    }
}
