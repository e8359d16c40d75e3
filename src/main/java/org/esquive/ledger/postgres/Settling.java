package org.esquive.ledger.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.SenderRow;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.Settlement.Result;
import org.esquive.ledger.Tallies;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.LineRows;
import org.esquive.ledger.sql.Pen;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.Receipt;
import org.esquive.policy.Decision;
import org.esquive.policy.LineRecord;
import org.jspecify.annotations.Nullable;

/// Writes what became of replies that this node had. One that others gave up meanwhile, because this node seemed
/// gone, is still told as sent once it is known to be.
///
/// @param keyring seals numbers of replies that are to be tried again
/// @param node whose replies
record Settling(Keyring keyring, short node) {
    /// All rows in one statement, which costs a third of as many statements: each is found by its key and changed in
    /// its place. The line is compared in another collation than that of the indexes, lest a planner who knows
    /// nothing of a young table walks through all of the line.
    private static final String END = """
            update text set state = ended.state, provider_id = ended.provider_id, detail = ended.detail,
                            left_at = ended.left_at, own_number = null, number = null, words = null
              from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                       as ended (id, state, provider_id, detail, left_at)
             cross join lateral (select ctid as place, state, node from text
                                  where line_id = ? and id = ended.id limit 1) found
             where text.line_id = ? collate "default" and text.ctid = found.place""";

    /// A row that somebody changes at this moment is looked at once more as it is then, and passed over. What is added
    /// to its state keeps planners from the index of all that is on its way.
    private static final String END_ON_THEIR_WAY = END + """
               and found.node = ? and found.state = 'SENDING' and text.state || '' = 'SENDING'
            returning text.id, text.at""";

    private static final String HELD = """
            select t.id, t.at, t.state, t.left_at from unnest(?::bigint[]) as ended (id)
             cross join lateral (select id, at, state, left_at, node from text
                                  where line_id = ? and id = ended.id for update) t
             where t.node = ? and t.state in ('SENDING', 'UNKNOWN')""";

    private static final String DEFER = """
            update text set state = 'DUE', node = null, due_at = ?, attempts = attempts + 1,
                            own_number = ?, number = ?, words = ?
             where line_id = ? and id = ? and state = 'SENDING'""";

    private static final String ASKER = "select sender, answer, cover_of from text where line_id = ? and id = ?";

    private static final String ON_ITS_WAY =
            "select id, at, state, left_at from text where line_id = ? and node = ? and state = 'SENDING' for update";

    private static final String NOBODY_KNOWS = "update text set node = null where line_id = ? and id = ?";

    private static final String LINES_OF = "select distinct line_id from text where node = ? and state = 'SENDING'";

    private static final String NO_LONGER_WANTED = "no longer wanted";

    /// What the network says is kept up to this many characters.
    private static final int LONGEST_DETAIL = 200;

    /// How a reply ends.
    private record Ending(long id, ReplyState state, Optional<String> providerId, Optional<String> detail, Instant at) {

        static Ending because(Settlement settlement, ReplyState state, String detail) {
            return because(settlement.reply().outbound().id(), state, detail, settlement.at());
        }

        static Ending because(long id, ReplyState state, String detail, Instant at) {
            String brief = detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
            return new Ending(id, state, Optional.empty(), Optional.of(brief), at);
        }

        Ending in(ReplyState other) {
            return new Ending(id, other, providerId, detail, at);
        }
    }

    /// Writes what became of some replies, line by line.
    void settle(Sql sql, List<Settlement> settlements) throws SQLException {
        Map<String, List<Settlement>> lines = new TreeMap<>();
        for (Settlement settlement : settlements) {
            String line = settlement.reply().outbound().line().value();
            lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(settlement);
        }
        List<LineId> inOrder = lines.keySet().stream().map(LineId::new).toList();
        for (LineId line : inOrder) {
            if (Objects.requireNonNull(lines.get(line.value())).stream().anyMatch(Settling::changesTheLine)) {
                LineRecord _ = Locks.take(sql, line);
            }
        }
        Locks.giveIds(sql, inOrder);
        Map<LineId, Tallies> tallies = new LinkedHashMap<>();
        for (LineId line : inOrder) {
            tallies.put(line, settle(sql, line, Objects.requireNonNull(lines.get(line.value()))));
        }
        for (Map.Entry<LineId, Tallies> line : tallies.entrySet()) {
            new Pen(sql, keyring).add(line.getKey(), line.getValue().sums());
        }
    }

    /// What was refused is remembered of the line, and what is to be tried again must still be wanted: nothing that a
    /// commit decides meanwhile. Everything else is the affair of its own row, and settled beside commits.
    private static boolean changesTheLine(Settlement settlement) {
        return switch (settlement.result()) {
            case Result.Refused _, Result.Deferred _ -> true;
            case Result.Sent _, Result.Unknown _ -> false;
        };
    }

    private Tallies settle(Sql sql, LineId line, List<Settlement> settlements) throws SQLException {
        List<Ending> endings = new ArrayList<>(settlements.size());
        for (Settlement settlement : settlements) {
            switch (settlement.result()) {
                case Result.Sent(var id) ->
                    endings.add(new Ending(
                            settlement.reply().outbound().id(),
                            ReplyState.SENT,
                            id,
                            Optional.empty(),
                            settlement.at()));
                case Result.Refused(var code) -> endings.add(Ending.because(settlement, ReplyState.REFUSED, code));
                case Result.Unknown(var cause) -> endings.add(Ending.because(settlement, ReplyState.UNKNOWN, cause));
                case Result.Deferred(var until)
                when isStillWanted(sql, line, settlement.reply()) ->
                    defer(sql, settlement.reply().outbound(), until);
                case Result.Deferred _ ->
                    endings.add(Ending.because(settlement, ReplyState.CANCELLED, NO_LONGER_WANTED));
            }
        }
        return end(sql, line, heardEarly(sql, line, endings));
    }

    /// A receipt may have come before the answer to the sending.
    private static List<Ending> heardEarly(Sql sql, LineId line, List<Ending> endings) throws SQLException {
        List<String> ids =
                endings.stream().flatMap(ending -> ending.providerId().stream()).toList();
        if (ids.isEmpty()) {
            return endings;
        }
        Map<String, List<Receipt.State>> early =
                EarlyReceipts.take(sql, line, ids, endings.getFirst().at());
        return early.isEmpty()
                ? endings
                : endings.stream().map(ending -> after(ending, early)).toList();
    }

    private static Ending after(Ending ending, Map<String, List<Receipt.State>> early) {
        ReplyState state = ending.state();
        for (Receipt.State news :
                ending.providerId().map(id -> early.getOrDefault(id, List.of())).orElse(List.of())) {
            state = state.after(news);
        }
        return ending.in(state);
    }

    /// Most are on their way, and written without having been looked at; the rest is taken and looked at first.
    private Tallies end(Sql sql, LineId line, List<Ending> endings) throws SQLException {
        SortedMap<Long, Ending> written = new TreeMap<>();
        endings.forEach(ending -> written.putIfAbsent(ending.id(), ending));
        Map<Long, ReplyStanding> before = endOnTheirWay(sql, line, List.copyOf(written.values()));
        written.keySet().retainAll(before.keySet());
        List<Ending> rest = endings.stream()
                .filter(ending -> !before.containsKey(ending.id()))
                .toList();
        if (!rest.isEmpty()) {
            Map<Long, ReplyStanding> held = held(sql, line, rest);
            written.putAll(write(sql, line, rest, held));
            before.putAll(held);
        }
        return told(sql, line, written.values(), before);
    }

    private Map<Long, ReplyStanding> endOnTheirWay(Sql sql, LineId line, List<Ending> endings) throws SQLException {
        Map<Long, ReplyStanding> before = new HashMap<>();
        if (!endings.isEmpty()) {
            sql.all(
                            END_ON_THEIR_WAY,
                            row -> new ReplyStanding(row.getLong(1), Columns.instant(row, 2), ReplyState.SENDING),
                            values(sql, line, endings, node))
                    .forEach(reply -> before.put(reply.id(), reply));
        }
        return before;
    }

    private Map<Long, ReplyStanding> held(Sql sql, LineId line, List<Ending> endings) throws SQLException {
        Map<Long, ReplyStanding> held = new HashMap<>();
        List<Long> ids = endings.stream().map(Ending::id).sorted().toList();
        sql.all(HELD, row -> Columns.reply(row, 1), sql.array("bigint", Long[]::new, ids, id -> id), line.value(), node)
                .forEach(reply -> held.put(reply.id(), reply));
        return held;
    }

    /// Writes what is news of replies whose rows are held.
    private static Map<Long, Ending> write(Sql sql, LineId line, List<Ending> endings, Map<Long, ReplyStanding> held)
            throws SQLException {
        Map<Long, Ending> news = new LinkedHashMap<>();
        for (Ending ending : endings) {
            ReplyStanding before = held.get(ending.id());
            if (before != null && isNews(before, ending)) {
                news.putIfAbsent(ending.id(), ending);
            }
        }
        if (!news.isEmpty()) {
            int _ = sql.change(END, values(sql, line, List.copyOf(news.values())));
        }
        return news;
    }

    /// What was given up as unknown is told again only if it is known by now.
    private static boolean isNews(ReplyStanding before, Ending ending) {
        return before.state() == ReplyState.SENDING || ending.providerId().isPresent();
    }

    private static @Nullable Object[] values(Sql sql, LineId line, List<Ending> endings, @Nullable Object... more)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                sql.array("bigint", Long[]::new, endings, Ending::id),
                sql.array(
                        "text", String[]::new, endings, ending -> ending.state().name()),
                sql.array(
                        "text",
                        String[]::new,
                        endings,
                        ending -> ending.providerId().orElse(null)),
                sql.array(
                        "text",
                        String[]::new,
                        endings,
                        ending -> ending.detail().orElse(null)),
                sql.array("bigint", Long[]::new, endings, ending -> ending.at().toEpochMilli()),
                line.value(),
                line.value()));
        values.addAll(Arrays.asList(more));
        return values.toArray();
    }

    /// @param before how they stood
    /// @return what is still to be added to the tallies, when all rows of replies are taken
    private static Tallies told(Sql sql, LineId line, Collection<Ending> written, Map<Long, ReplyStanding> before)
            throws SQLException {
        Tallies tallies = new Tallies();
        List<ReplyStanding> now = new ArrayList<>(written.size());
        int refused = 0;
        for (Ending ending : written) {
            ReplyStanding reply = Objects.requireNonNull(before.get(ending.id()));
            tallies.move(reply, ending.state());
            now.add(new ReplyStanding(ending.id(), reply.at(), ending.state(), Optional.of(ending.at())));
            refused += ending.state() == ReplyState.REFUSED ? 1 : 0;
        }
        if (refused > 0) {
            LineRecord known = LineRows.read(line, sql);
            LineRows.write(line, known.afterEnd(refused, refused), sql);
        }
        ReplyNews.write(sql, line, now);
        return tallies;
    }

    private void defer(Sql sql, Outbound reply, Instant until) throws SQLException {
        byte[] sealed = keyring.seal(reply.to());
        String line = reply.line().value();
        int _ = sql.change(DEFER, until.toEpochMilli(), reply.from().e164(), sealed, reply.text(), line, reply.id());
    }

    /// Whether a reply still is the last word to its sender, who did not ask for silence since.
    private static boolean isStillWanted(Sql sql, LineId line, Owed reply) throws SQLException {
        long id = reply.outbound().id();
        Optional<Asker> asker = sql.first(ASKER, Asker::of, line.value(), id);
        if (asker.isEmpty()) {
            return false;
        }
        Optional<SenderRow> sender = SenderRows.find(sql, line, asker.get().sender());
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

    /// The lines on which this node had replies on their way.
    List<LineId> linesWithReplies(Sql sql) throws SQLException {
        return sql.all(LINES_OF, row -> new LineId(row.getString(1)), node);
    }

    /// Gives up what an earlier run of this node had on its way on a line: whether it left is not known, and nobody
    /// is there any more who could tell.
    ///
    /// @return how many
    int abandonForGood(Sql sql, LineId line, String why, Instant now) throws SQLException {
        List<Ending> lost = abandonAll(sql, line, why, now);
        for (Ending ending : lost) {
            sql.pile(NOBODY_KNOWS, line.value(), ending.id());
        }
        sql.flush(NOBODY_KNOWS);
        return lost.size();
    }

    /// Gives up what this node had on its way on a line, for it seems to be gone. If it is not, it may still tell.
    ///
    /// @return how many
    int abandon(Sql sql, LineId line, String why, Instant now) throws SQLException {
        return abandonAll(sql, line, why, now).size();
    }

    private List<Ending> abandonAll(Sql sql, LineId line, String why, Instant now) throws SQLException {
        LineRecord _ = Locks.take(sql, line);
        Map<Long, ReplyStanding> held = new HashMap<>();
        List<Ending> lost = new ArrayList<>();
        for (ReplyStanding reply : sql.all(ON_ITS_WAY, row -> Columns.reply(row, 1), line.value(), node)) {
            held.put(reply.id(), reply);
            lost.add(Ending.because(reply.id(), ReplyState.UNKNOWN, why, now));
        }
        Map<Long, Ending> written = write(sql, line, lost, held);
        new Pen(sql, keyring).add(line, told(sql, line, written.values(), held).sums());
        return lost;
    }

    /// Gives up replies that were to leave with a commit that is kept although nobody said so.
    void giveUp(Sql sql, LineId line, List<Long> replies, String why, Instant now) throws SQLException {
        LineRecord _ = Locks.take(sql, line);
        Tallies tallies = end(
                sql,
                line,
                replies.stream()
                        .map(id -> Ending.because(id, ReplyState.UNKNOWN, why, now))
                        .toList());
        new Pen(sql, keyring).add(line, tallies.sums());
    }
}
