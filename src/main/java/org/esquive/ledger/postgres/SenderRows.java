package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.SenderRow;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.SenderColumns;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.jspecify.annotations.Nullable;

/// The senders of a batch: found in one go, written in one go. Whoever asks has taken the row of their line.
final class SenderRows {
    /// One look-up by key a sender, whatever the planner believes of a table that was empty a minute ago: for it, a
    /// subquery with a limit is a wall.
    private static final String FIND = """
            select s.sender, s.texts, s.replies, s.first_at, s.last_at, s.opted_out, t.id, t.at, t.state, t.left_at
              from unnest(?::bytea[]) as wanted (sender)
             cross join lateral (select * from sender
                                  where line_id = ? and sender = wanted.sender limit 1) s
              left join lateral (select id, at, state, left_at from text
                                  where line_id = ? and id = s.last_reply limit 1) t on true""";

    /// A reply that waits may be claimed beside the commit: whoever may call it back takes its row first.
    private static final String PENDING = """
            select t.id, t.at, t.state, t.left_at from unnest(?::bigint[]) as pending (id)
             cross join lateral (select id, at, state, left_at from text
                                  where line_id = ? and id = pending.id for update) t""";

    private static final String WRITE = """
            insert into sender (line_id, sender, texts, replies, first_at, last_at, opted_out, last_reply)
            select line.line_id, s.* from line, unnest(
                ?::bytea[], ?::integer[], ?::integer[], ?::bigint[], ?::bigint[], ?::smallint[], ?::bigint[]) as s
             where line.line_id = ?
            on conflict (line_id, sender) do update
               set texts = excluded.texts, replies = excluded.replies, first_at = excluded.first_at,
                   last_at = excluded.last_at, opted_out = excluded.opted_out, last_reply = excluded.last_reply""";

    private static final Short YES = 1;
    private static final Short NO = 0;

    private SenderRows() {}

    /// Those of some senders who are remembered, each with where their last reply stands; one that is pending stays
    /// where it is until the transaction ends.
    static Map<Fingerprint, SenderRow> find(Sql sql, LineId line, Collection<Fingerprint> wanted) throws SQLException {
        Map<Fingerprint, SenderRow> found = HashMap.newHashMap(wanted.size());
        List<SenderRow> pending = new ArrayList<>();
        for (SenderRow row : stored(sql, line, wanted)) {
            found.put(row.sender(), row);
            if (row.record().pending()) {
                pending.add(row);
            }
        }
        if (!pending.isEmpty()) {
            Map<Long, ReplyStanding> now = held(sql, line, pending);
            for (SenderRow row : pending) {
                Optional<ReplyStanding> reply = row.lastReply().map(last -> now.getOrDefault(last.id(), last));
                found.put(row.sender(), SenderColumns.with(row.sender(), row.record(), row.firstAt(), reply));
            }
        }
        return found;
    }

    /// One sender, if remembered.
    static Optional<SenderRow> find(Sql sql, LineId line, Fingerprint sender) throws SQLException {
        return stored(sql, line, List.of(sender)).stream().findFirst();
    }

    private static List<SenderRow> stored(Sql sql, LineId line, Collection<Fingerprint> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Fingerprint> asked = List.copyOf(wanted);
        return sql.all(
                FIND,
                SenderColumns::of,
                sql.array("bytea", byte[][]::new, asked, Fingerprint::bytes),
                line.value(),
                line.value());
    }

    private static Map<Long, ReplyStanding> held(Sql sql, LineId line, List<SenderRow> pending) throws SQLException {
        Map<Long, ReplyStanding> replies = new HashMap<>();
        List<Long> ids = pending.stream()
                .map(row -> row.lastReply().orElseThrow().id())
                .sorted()
                .toList();
        sql.all(PENDING, row -> Columns.reply(row, 1), sql.array("bigint", Long[]::new, ids, id -> id), line.value())
                .forEach(reply -> replies.put(reply.id(), reply));
        return replies;
    }

    /// Writes how senders stand after a batch.
    static void write(Sql sql, LineId line, Collection<SenderRow> senders) throws SQLException {
        if (senders.isEmpty()) {
            return;
        }
        List<SenderRow> rows = List.copyOf(senders);
        int _ = sql.change(
                WRITE,
                sql.array("bytea", byte[][]::new, rows, row -> row.sender().bytes()),
                sql.array("integer", Integer[]::new, rows, row -> row.record().texts()),
                sql.array("integer", Integer[]::new, rows, row -> row.record().replies()),
                sql.array("bigint", Long[]::new, rows, row -> row.firstAt().toEpochMilli()),
                sql.array("bigint", Long[]::new, rows, row -> last(row).toEpochMilli()),
                sql.array("smallint", Short[]::new, rows, row -> row.record().optedOut() ? YES : NO),
                sql.array("bigint", Long[]::new, rows, SenderRows::lastReply),
                line.value());
    }

    private static Instant last(SenderRow row) {
        return row.record().lastAt().orElse(row.firstAt());
    }

    private static @Nullable Long lastReply(SenderRow row) {
        return row.lastReply().isPresent() ? row.lastReply().get().id() : null;
    }
}
