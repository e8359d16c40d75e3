package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.ReplyState;
import org.esquive.message.LineId;

/// What happened, in order.
///
/// Texts are read by their ids, which are given before the commit. Nearly always a lower id is committed first;
/// a text that waits longest waits for a full queue, which is eight batches. So whoever follows reads what is
/// ten seconds old, and nothing while a turn with the writer takes a second.
record SqlChronicle(Database database) implements Chronicle {
    private static final String NO_COVER = " and cover_of is null";

    private static final String DECISIONS = Entries.ENTRY + " where line_id = ? and id < ? and id >= ?" + NO_COVER;

    private static final String NEWEST_FIRST = " order by id desc limit ?";

    private static final String FLOOR =
            "select id from text where line_id = ? and id < ? and id >= ? order by id desc limit 1 offset "
                    + LOOKED_THROUGH;

    private static final String FOLLOWING =
            Entries.ENTRY + " where line_id = ? and id > ? and id < ?" + NO_COVER + " order by id limit ?";

    private static final String IS_FAR_BEHIND =
            "select id from text where line_id = ? and id > ? order by id limit 1 offset " + MOST_BEHIND;

    private static final String LATEST_LEFT =
            "select id from text where line_id = ? and id < ? order by id desc limit 1 offset " + LEFT;

    private static final String BETWEEN =
            "select count(*) from text where line_id = ? and id > ? and id <= ?" + NO_COVER;

    private static final String ALERTS =
            "select " + SqlAlerts.COLUMNS + " from alert where place < ? order by place desc limit ?";

    private static final String REPLIES =
            "select place, line_id, text_id, state from reply_news where place > ? order by place limit ?";

    private static final String FORGET_REPLIES = "delete from reply_news where place <= ?";

    @Override
    public Page<Figures.Entry> decisions(Wanted wanted) {
        String line = wanted.line().value();
        long before = Math.min(wanted.before(), Ids.firstAt(wanted.to()));
        long from = Ids.firstAt(wanted.from());
        int most = Math.clamp(wanted.most(), 1, MOST);
        return database.read(sql -> {
            Optional<Long> floor = wanted.isFiltered()
                    ? sql.first(FLOOR, row -> row.getLong(1), line, before, from)
                    : Optional.empty();
            List<Figures.Entry> found = found(sql, wanted, before, floor.orElse(from), most);
            OptionalLong next = found.size() == most
                    ? OptionalLong.of(found.getLast().id())
                    : floor.map(OptionalLong::of).orElse(OptionalLong.empty());
            return new Page<>(found, next);
        });
    }

    private static List<Figures.Entry> found(Sql sql, Wanted wanted, long before, long from, int most)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(wanted.line().value(), before, from));
        StringBuilder query = new StringBuilder(DECISIONS);
        wanted.reason().ifPresent(reason -> {
            query.append(" and reason = ?");
            values.add(reason.name());
        });
        wanted.state().ifPresent(state -> {
            query.append(" and state = ?");
            values.add(state.name());
        });
        values.add(most);
        return sql.all(query + NEWEST_FIRST, row -> Entries.entry(wanted.line(), row), values.toArray(Object[]::new));
    }

    @Override
    public Page<AlertBook.Written> alerts(long before, int most) {
        List<AlertBook.Written> found = database.read(sql -> sql.all(
                ALERTS,
                row -> new AlertBook.Written(row.getLong(7), SqlAlerts.alert(row)),
                before,
                Math.clamp(most, 1, MOST)));
        boolean more = found.size() == Math.clamp(most, 1, MOST);
        return new Page<>(found, more ? OptionalLong.of(found.getLast().place()) : OptionalLong.empty());
    }

    @Override
    public List<Figures.Entry> following(Collection<LineId> lines, long after, Instant now, int most) {
        if (!database.order().areCommitsQuick()) {
            return List.of();
        }
        long until = Ids.firstAt(now.minus(LAG));
        int bounded = Math.clamp(most, 1, MOST);
        return database.read(sql -> {
            List<Figures.Entry> found = new ArrayList<>();
            for (LineId line : lines) {
                found.addAll(sql.all(FOLLOWING, row -> Entries.entry(line, row), line.value(), after, until, bounded));
            }
            return found.stream()
                    .sorted(Comparator.comparingLong(Figures.Entry::id))
                    .limit(bounded)
                    .collect(Collectors.toUnmodifiableList());
        });
    }

    @Override
    public Optional<Skipped> tooFarBehind(Collection<LineId> lines, long after, Instant now) {
        long until = Ids.firstAt(now.minus(LAG));
        return database.read(sql -> {
            long to = 0;
            for (LineId line : lines) {
                if (sql.any(IS_FAR_BEHIND, line.value(), after)) {
                    long left = sql.first(LATEST_LEFT, row -> row.getLong(1), line.value(), until)
                            .orElse(0L);
                    to = Math.max(to, left);
                }
            }
            return to > after ? Optional.of(new Skipped(to, between(sql, lines, after, to))) : Optional.empty();
        });
    }

    private static long between(Sql sql, Collection<LineId> lines, long after, long to) throws SQLException {
        long texts = 0;
        for (LineId line : lines) {
            texts += sql.first(BETWEEN, row -> row.getLong(1), line.value(), after, to)
                    .orElse(0L);
        }
        return texts;
    }

    @Override
    public void noteReplies(boolean wanted) {
        database.order().noteReplies(wanted);
    }

    @Override
    public List<ReplyNews> replies(long after, int most) {
        return database.read(sql -> sql.all(
                REPLIES,
                row -> new ReplyNews(
                        row.getLong(1),
                        new LineId(row.getString(2)),
                        row.getLong(3),
                        ReplyState.valueOf(row.getString(4))),
                after,
                Math.clamp(most, 1, MOST)));
    }

    @Override
    public long lastReply() {
        return database.read(sql -> database.order().last(sql, "reply_news"));
    }

    @Override
    public void forgetReplies(long upTo) {
        int _ = database.write(sql -> sql.change(FORGET_REPLIES, upTo));
    }
}
