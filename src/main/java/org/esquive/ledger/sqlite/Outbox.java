package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sqlite.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.Settlement.Result;
import org.esquive.ledger.Tallies;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;

/// The replies on their way out: claimed before they are sent, settled afterwards, and wiped as soon as they are
/// final.
///
/// @param keyring opens the sealed numbers of replies that are claimed
/// @param early receipts that came before the answer to the sending
record Outbox(Keyring keyring, EarlyReceipts early) {
    private static final String DUE = """
            select id, at, expires_at, attempts, own_number, number, words, due_at from reply
             where line_id = ? and number is not null and state = 'DUE' and due_at <= ?
             order by due_at, id limit ?""";

    private static final String CLAIM = "update reply set state = 'SENDING' where line_id = ? and id = ?";

    private static final String EXPIRE = """
            update reply set state = 'EXPIRED', own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    private static final String SETTLE = """
            update reply set state = ?, provider_id = ?, detail = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ? and state = 'SENDING' returning at""";

    private static final String DEFER = """
            update reply set state = 'DUE', due_at = ?, attempts = attempts + 1
             where line_id = ? and id = ? and state = 'SENDING'""";

    /// Whether a reply still is the last word to its sender, who did not ask for silence since.
    private static final String STILL_WANTED = """
            select 1 from reply r join text t on t.line_id = r.line_id and t.id = r.id
                                  join sender s on s.line_id = t.line_id and s.sender = t.sender
             where r.line_id = ? and r.id = ? and s.last_reply = r.id and (s.opted_out = 0 or r.answer = 'STOP')""";

    private static final String NEXT = """
            select due_at from reply where line_id = ? and number is not null and state = 'DUE'
             order by due_at limit 1""";

    private static final String SENDING =
            "select line_id, id from reply where number is not null and state = 'SENDING'";

    private static final String LOST = "nobody wrote down what became of it before Esquive stopped";

    /// What the network says is kept up to this many characters.
    private static final int LONGEST_DETAIL = 200;

    /// What a claim came to.
    ///
    /// @param owed what is to be sent
    /// @param expired how many were too late
    record Claim(List<Owed> owed, int expired) {

        boolean foundOnlyExpired() {
            return owed.isEmpty() && expired > 0;
        }
    }

    /// A reply that is due.
    private record Due(Owed owed, Instant at) {}

    Claim claim(Sql sql, LineId line, Instant now, int most) throws SQLException {
        List<Due> due = sql.all(DUE, row -> due(line, row), line.value(), now.toEpochMilli(), most);
        List<Owed> owed = new ArrayList<>(due.size());
        Tallies tallies = new Tallies();
        for (Due reply : due) {
            long id = reply.owed().outbound().id();
            if (now.isBefore(reply.owed().expiresAt())) {
                sql.pile(CLAIM, line.value(), id);
                owed.add(reply.owed());
            } else {
                sql.pile(EXPIRE, line.value(), id);
                tallies.move(new ReplyStanding(id, reply.at(), ReplyState.DUE), ReplyState.EXPIRED);
            }
        }
        sql.flush(CLAIM, EXPIRE);
        new Pen(sql, keyring).add(line, tallies.sums());
        return new Claim(owed, due.size() - owed.size());
    }

    /// @return how many were still SENDING
    int settle(Sql sql, List<Settlement> settlements) throws SQLException {
        Map<LineId, Tallies> tallies = new HashMap<>();
        int settled = 0;
        for (Settlement settlement : settlements) {
            settled += settle(sql, settlement, tallies.computeIfAbsent(settlement.line(), _ -> new Tallies()));
        }
        for (Map.Entry<LineId, Tallies> line : tallies.entrySet()) {
            new Pen(sql, keyring).add(line.getKey(), line.getValue().sums());
        }
        return settled;
    }

    private int settle(Sql sql, Settlement settlement, Tallies tallies) throws SQLException {
        Ending ending = switch (settlement.result()) {
            case Result.Sent(var id) -> new Ending(sent(sql, settlement, id), id, Optional.empty());
            case Result.Refused(var code) -> Ending.because(ReplyState.REFUSED, code);
            case Result.Unknown(var cause) -> Ending.because(ReplyState.UNKNOWN, cause);
            case Result.Deferred _ -> Ending.because(ReplyState.CANCELLED, "no longer wanted");
        };
        if (settlement.result() instanceof Result.Deferred(var until) && isStillWanted(sql, settlement)) {
            return sql.change(DEFER, until.toEpochMilli(), settlement.line().value(), settlement.id());
        }
        return end(sql, settlement, ending, tallies);
    }

    /// A receipt may have come before the answer to the sending.
    private ReplyState sent(Sql sql, Settlement settlement, Optional<String> id) throws SQLException {
        ReplyState state = ReplyState.SENT;
        if (id.isPresent()) {
            for (Receipt.State news : early.take(sql, settlement.line(), id.get(), settlement.at())) {
                state = state.after(news);
            }
        }
        return state;
    }

    /// How a reply ends.
    private record Ending(ReplyState state, Optional<String> providerId, Optional<String> detail) {

        static Ending because(ReplyState state, String detail) {
            String brief = detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
            return new Ending(state, Optional.empty(), Optional.of(brief));
        }
    }

    private static int end(Sql sql, Settlement settlement, Ending ending, Tallies tallies) throws SQLException {
        Optional<Instant> at = sql.first(
                SETTLE,
                row -> instant(row, 1),
                ending.state().name(),
                ending.providerId().orElse(null),
                ending.detail().orElse(null),
                settlement.line().value(),
                settlement.id());
        at.ifPresent(
                when -> tallies.move(new ReplyStanding(settlement.id(), when, ReplyState.SENDING), ending.state()));
        return at.isPresent() ? 1 : 0;
    }

    private static boolean isStillWanted(Sql sql, Settlement settlement) throws SQLException {
        return sql.any(STILL_WANTED, settlement.line().value(), settlement.id());
    }

    static Optional<Instant> nextDue(Sql sql, LineId line) throws SQLException {
        return sql.first(NEXT, row -> instant(row, 1), line.value());
    }

    int abandonSending(Sql sql, Instant now) throws SQLException {
        List<Settlement> lost = sql.all(SENDING, row -> lost(row, now));
        return settle(sql, lost);
    }

    private static Settlement lost(ResultSet row, Instant now) throws SQLException {
        return new Settlement(new LineId(row.getString(1)), row.getLong(2), new Result.Unknown(LOST), now);
    }

    private Due due(LineId line, ResultSet row) throws SQLException {
        PhoneNumber from = new PhoneNumber(row.getString(5));
        PhoneNumber to = keyring.openNumber(row.getBytes(6));
        Outbound outbound = new Outbound(row.getLong(1), line, from, to, row.getString(7));
        return new Due(new Owed(outbound, row.getInt(4), instant(row, 8), instant(row, 3)), instant(row, 2));
    }
}
