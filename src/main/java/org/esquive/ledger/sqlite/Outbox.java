package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.SenderRow;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.Settlement.Result;
import org.esquive.ledger.Tallies;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.Pen;
import org.esquive.ledger.sql.RecentTexts;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.policy.Decision;
import org.esquive.policy.LineRecord;

/// The replies on their way out: claimed before they are sent, settled afterwards, and wiped as soon as they are
/// final.
///
/// @param keyring opens the sealed numbers of replies that are claimed
/// @param early receipts that came before the answer to the sending
/// @param senders who is to get them
/// @param records what is remembered of lines
record Outbox(Keyring keyring, EarlyReceipts early, SendersByLine senders, Records records) {
    private static final String DUE = """
            select id, at, expires_at, attempts, own_number, number, words, due_at, cover_of from text
             where line_id = ? and number is not null and state = 'DUE' and due_at <= ?
             order by due_at, id limit ?""";

    private static final String CLAIM = "update text set state = 'SENDING' where line_id = ? and id = ?";

    private static final String DROP = """
            update text set state = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    private static final String SETTLE = """
            update text set state = ?, provider_id = ?, detail = ?, left_at = ?,
                            own_number = null, number = null, words = null
             where line_id = ? and id = ? and state = 'SENDING'""";

    private static final String DEFER = """
            update text set state = 'DUE', due_at = ?, attempts = attempts + 1, own_number = ?, number = ?, words = ?
             where line_id = ? and id = ? and state = 'SENDING'""";

    private static final String ASKER = "select sender, answer, cover_of from text where line_id = ? and id = ?";

    private static final String STATE = "select state from text where line_id = ? and id = ?";

    private static final String NEXT = """
            select due_at from text where line_id = ? and number is not null and state = 'DUE'
             order by due_at limit 1""";

    private static final String NEWEST = "select max(id) from text where line_id = ?";

    private static final String CLAIMED =
            "select id, at from text where line_id = ? and number is not null and state = 'SENDING'";

    private static final String LEFT_AT_ONCE =
            "select id, at from text where line_id = ? and id >= ? and number is null and state = 'SENDING'";

    /// A reply that left at once is of a text that came at most this long before the newest: while it was on its way,
    /// no
    /// longer than an answer of the network is waited for, or while nothing could be written, and so no text came.
    private static final Duration LONGEST_ON_ITS_WAY = Duration.ofDays(1);

    private static final String LOST = "nobody wrote down what became of it before Esquive stopped";

    private static final Ending NO_LONGER_WANTED = Ending.because(ReplyState.CANCELLED, "no longer wanted");

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

    Claim claim(Sql sql, LineId line, Instant now, int most) throws SQLException {
        List<Due> found = sql.all(DUE, row -> due(line, row), line.value(), now.toEpochMilli(), most);
        List<Owed> owed = new ArrayList<>(found.size());
        Tallies tallies = new Tallies();
        for (Due due : found) {
            Owed reply = due.owed();
            long id = reply.outbound().id();
            Optional<ReplyState> end = end(sql, line, due, now);
            if (end.isEmpty()) {
                sql.pile(CLAIM, line.value(), id);
                owed.add(reply);
            } else {
                sql.pile(DROP, end.get().name(), line.value(), id);
                tallies.move(new ReplyStanding(id, reply.receivedAt(), ReplyState.DUE), end.get());
            }
        }
        sql.flush(CLAIM, DROP);
        new Pen(sql, keyring).add(line, tallies.sums());
        return new Claim(owed, found.size() - owed.size());
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

    /// A reply that is due.
    ///
    /// @param coverOf the text whose reply it covers; 0 if it is no cover
    private record Due(Owed owed, long coverOf) {}

    /// Writes what became of replies; of those that are not SENDING any more, nothing.
    void settle(Sql sql, List<Settlement> settlements) throws SQLException {
        List<Ended> ended = new ArrayList<>(settlements.size());
        for (Settlement settlement : settlements) {
            switch (settlement.result()) {
                case Result.Sent(var id) -> ended.add(new Ended(settlement, sent(sql, settlement, id)));
                case Result.Refused(var code) ->
                    ended.add(new Ended(settlement, Ending.because(ReplyState.REFUSED, code)));
                case Result.Unknown(var cause) ->
                    ended.add(new Ended(settlement, Ending.because(ReplyState.UNKNOWN, cause)));
                case Result.Deferred(var until)
                when isStillWanted(sql, settlement.reply()) ->
                    defer(sql, settlement.reply().outbound(), until);
                case Result.Deferred _ -> ended.add(new Ended(settlement, NO_LONGER_WANTED));
            }
        }
        end(sql, ended);
    }

    /// A receipt may have come before the answer to the sending.
    private Ending sent(Sql sql, Settlement settlement, Optional<String> id) throws SQLException {
        ReplyState state = ReplyState.SENT;
        if (id.isPresent()) {
            LineId line = settlement.reply().outbound().line();
            for (Receipt.State news : early.take(sql, line, id.get(), settlement.at())) {
                state = state.after(news);
            }
        }
        return new Ending(state, id, Optional.empty());
    }

    /// A reply that ends, and how.
    ///
    /// @param at when that is written
    private record Ended(LineId line, long id, Instant receivedAt, Ending how, Instant at) {
        Ended(Settlement settlement, Ending how) {
            this(
                    settlement.reply().outbound().line(),
                    settlement.reply().outbound().id(),
                    settlement.reply().receivedAt(),
                    how,
                    settlement.at());
        }
    }

    private void end(Sql sql, List<Ended> replies) throws SQLException {
        for (Ended reply : replies) {
            Ending how = reply.how();
            sql.pile(
                    SETTLE,
                    how.state().name(),
                    how.providerId().orElse(null),
                    how.detail().orElse(null),
                    reply.at().toEpochMilli(),
                    reply.line().value(),
                    reply.id());
        }
        int[] changed = sql.changes(SETTLE);
        Map<LineId, Tallies> tallies = new HashMap<>();
        Map<LineId, Integer> refused = new HashMap<>();
        for (int i = 0; i < changed.length; i++) {
            Ended reply = replies.get(i);
            if (changed[i] == 1) {
                Senders ofLine = senders.of(reply.line(), sql);
                sql.afterCommit(() -> ofLine.settled(reply.id(), reply.how().state(), reply.at()));
                tallies.computeIfAbsent(reply.line(), _ -> new Tallies())
                        .move(
                                new ReplyStanding(reply.id(), reply.receivedAt(), ReplyState.SENDING),
                                reply.how().state());
                if (reply.how().state() == ReplyState.REFUSED) {
                    refused.merge(reply.line(), 1, Integer::sum);
                }
            }
        }
        for (Map.Entry<LineId, Integer> line : refused.entrySet()) {
            LineRecord known = records.of(line.getKey(), sql);
            records.set(line.getKey(), known.afterEnd(line.getValue(), line.getValue()), sql);
        }
        for (Map.Entry<LineId, Tallies> line : tallies.entrySet()) {
            new Pen(sql, keyring).add(line.getKey(), line.getValue().sums());
        }
    }

    /// How a reply ends.
    private record Ending(ReplyState state, Optional<String> providerId, Optional<String> detail) {

        static Ending because(ReplyState state, String detail) {
            String brief = detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
            return new Ending(state, Optional.empty(), Optional.of(brief));
        }
    }

    private void defer(Sql sql, Outbound reply, Instant until) throws SQLException {
        byte[] sealed = keyring.seal(reply.to());
        String line = reply.line().value();
        int _ = sql.change(DEFER, until.toEpochMilli(), reply.from().e164(), sealed, reply.text(), line, reply.id());
    }

    /// Whether a reply still is the last word to its sender, who did not ask for silence since.
    private boolean isStillWanted(Sql sql, Owed reply) throws SQLException {
        LineId line = reply.outbound().line();
        long id = reply.outbound().id();
        Optional<Asker> asker = sql.first(ASKER, Asker::of, line.value(), id);
        if (asker.isEmpty()) {
            return false;
        }
        Optional<SenderRow> sender = senders.of(line, sql).find(sql, asker.get().sender());
        return sender.isPresent()
                && sender.get()
                        .lastReply()
                        .map(last -> last.id() == asker.get().lastWord(id))
                        .orElse(false)
                && (asker.get().answer() == Decision.Answer.STOP
                        || !sender.get().record().optedOut());
    }

    /// Who gets a reply, and which.
    ///
    /// @param coverOf the text whose reply it covers; 0 if it is no cover
    private record Asker(Fingerprint sender, Decision.Answer answer, long coverOf) {

        /// The reply that must be the last to the sender: a cover goes with what it covers.
        long lastWord(long id) {
            return coverOf == 0 ? id : coverOf;
        }

        static Asker of(ResultSet row) throws SQLException {
            return new Asker(Columns.fingerprint(row, 1), Decision.Answer.valueOf(row.getString(2)), row.getLong(3));
        }
    }

    static Optional<Instant> nextDue(Sql sql, LineId line) throws SQLException {
        return sql.first(NEXT, row -> instant(row, 1), line.value());
    }

    /// @return how many were SENDING
    int abandonSending(Sql sql, Instant now) throws SQLException {
        List<Ended> lost = new ArrayList<>();
        for (String line : RecentTexts.lines(sql)) {
            long newest = sql.first(NEWEST, row -> row.getLong(1), line).orElse(0L);
            long since = Ids.earlier(newest, LONGEST_ON_ITS_WAY);
            lost.addAll(sql.all(CLAIMED, row -> lost(line, row, now), line));
            lost.addAll(sql.all(LEFT_AT_ONCE, row -> lost(line, row, now), line, since));
        }
        end(sql, lost);
        return lost.size();
    }

    private static Ended lost(String line, ResultSet row, Instant now) throws SQLException {
        Ending how = Ending.because(ReplyState.UNKNOWN, LOST);
        return new Ended(new LineId(line), row.getLong(1), instant(row, 2), how, now);
    }

    private Due due(LineId line, ResultSet row) throws SQLException {
        PhoneNumber from = new PhoneNumber(row.getString(5));
        PhoneNumber to = keyring.openNumber(row.getBytes(6));
        Outbound outbound = new Outbound(row.getLong(1), line, from, to, row.getString(7));
        Owed owed = new Owed(outbound, instant(row, 2), row.getInt(4), instant(row, 8), instant(row, 3));
        return new Due(owed, row.getLong(9));
    }
}
