package org.esquive.ledger.postgres;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Tallies;
import org.esquive.ledger.sql.Pen;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;

/// The replies that are due, claimed by one node each: rows that another node is about to claim are passed over.
///
/// @param keyring opens the sealed numbers of replies that are claimed
/// @param node who claims
record Claims(Keyring keyring, short node) {
    private static final String DUE = """
            select id, at, expires_at, attempts, own_number, number, words, due_at, cover_of from text
             where line_id = ? and number is not null and state = 'DUE' and due_at <= ?
             order by due_at, id limit ? for update skip locked""";

    /// In place, as settlements are written, since [#DUE] took the rows.
    private static final String CLAIM = """
            update text set state = 'SENDING', node = ?
              from unnest(?::bigint[]) as claimed (id)
             cross join lateral (select ctid as place from text where line_id = ? and id = claimed.id limit 1) found
             where text.line_id = ? collate "default" and text.ctid = found.place""";

    private static final String DROP = """
            update text set state = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    private static final String STATE = "select state from text where line_id = ? and id = ?";

    private static final String NEXT = """
            select due_at from text where line_id = ? and number is not null and state = 'DUE'
             order by due_at limit 1""";

    private static final String DUE_LINES = """
            select distinct line_id from text
             where line_id = any(?) and number is not null and state = 'DUE' and due_at <= ?""";

    private static final String GIVE_BACK = """
            update text set state = 'DUE', node = null
             where line_id = ? and id = ? and node = ? and state = 'SENDING'""";

    /// What a claim came to.
    ///
    /// @param owed what is to be sent
    /// @param ended how many were too late, or are no longer wanted
    record Claim(List<Owed> owed, int ended) {

        boolean foundOnlyEnded() {
            return owed.isEmpty() && ended > 0;
        }
    }

    /// A reply that is due.
    ///
    /// @param coverOf the text whose reply it covers; 0 if it is no cover
    private record Due(Owed owed, long coverOf) {
        long id() {
            return owed.outbound().id();
        }
    }

    Claim claim(Sql sql, LineId line, Instant now, int most) throws SQLException {
        List<Due> found = sql.all(DUE, row -> due(line, row), line.value(), now.toEpochMilli(), most);
        List<Owed> owed = new ArrayList<>(found.size());
        List<ReplyStanding> ended = new ArrayList<>();
        for (Due due : found) {
            Optional<ReplyState> end = end(sql, line, due, now);
            if (end.isEmpty()) {
                owed.add(due.owed());
            } else {
                ended.add(new ReplyStanding(due.id(), due.owed().receivedAt(), end.get()));
            }
        }
        if (!owed.isEmpty()) {
            int _ = sql.change(
                    CLAIM,
                    node,
                    sql.array(
                            "bigint",
                            Long[]::new,
                            owed,
                            reply -> reply.outbound().id()),
                    line.value(),
                    line.value());
        }
        if (!ended.isEmpty()) {
            drop(sql, line, ended);
        }
        return new Claim(owed, ended.size());
    }

    private void drop(Sql sql, LineId line, List<ReplyStanding> ended) throws SQLException {
        Tallies tallies = new Tallies();
        for (ReplyStanding reply : ended) {
            sql.pile(DROP, reply.state().name(), line.value(), reply.id());
            tallies.move(new ReplyStanding(reply.id(), reply.at(), ReplyState.DUE), reply.state());
        }
        sql.flush(DROP);
        ReplyNews.write(sql, line, ended);
        new Pen(sql, keyring).add(line, tallies.sums());
    }

    /// What becomes of a reply that is due instead of being sent, if it is not to be: it is too late, or it is a
    /// cover and what it covers was called back.
    private static Optional<ReplyState> end(Sql sql, LineId line, Due due, Instant now) throws SQLException {
        if (due.coverOf() != 0) {
            String covered = sql.first(STATE, row -> row.getString(1), line.value(), due.coverOf())
                    .orElse("");
            if (covered.equals(ReplyState.CANCELLED.name())) {
                return Optional.of(ReplyState.CANCELLED);
            }
        }
        return now.isBefore(due.owed().expiresAt()) ? Optional.empty() : Optional.of(ReplyState.EXPIRED);
    }

    /// Makes replies due again that this node claimed, if the claim was kept although nobody said so: nothing of them
    /// was sent.
    int giveBack(Sql sql, List<Owed> claimed) throws SQLException {
        for (Owed owed : claimed) {
            sql.pile(GIVE_BACK, owed.outbound().line().value(), owed.outbound().id(), node);
        }
        return sql.changes(GIVE_BACK).length;
    }

    static Optional<Instant> nextDue(Sql sql, LineId line) throws SQLException {
        return sql.first(NEXT, row -> instant(row, 1), line.value());
    }

    static Set<LineId> due(Sql sql, Set<LineId> lines, Instant now) throws SQLException {
        return Set.copyOf(sql.all(
                DUE_LINES,
                row -> new LineId(row.getString(1)),
                sql.array("text", String[]::new, List.copyOf(lines), LineId::value),
                now.toEpochMilli()));
    }

    private Due due(LineId line, ResultSet row) throws SQLException {
        PhoneNumber from = new PhoneNumber(row.getString(5));
        PhoneNumber to = keyring.openNumber(row.getBytes(6));
        Outbound outbound = new Outbound(row.getLong(1), line, from, to, row.getString(7));
        Owed owed = new Owed(outbound, instant(row, 2), row.getInt(4), instant(row, 8), instant(row, 3));
        return new Due(owed, row.getLong(9));
    }
}
