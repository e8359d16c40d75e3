package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.esquive.ledger.Ids;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Rows;
import org.esquive.ledger.SenderRow;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.SenderColumns;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.policy.SenderRecord;
import org.jspecify.annotations.Nullable;

/// The senders of one line: those who texted of late in memory, all others in their table.
///
/// A sender's row lies at a place of the table that has nothing to do with time, so that writing it with every
/// text would cost a page of the disk a text, more than all the rest. But each text row says how its sender stood
/// after it, and is durable before the text is acknowledged. So the sender's row may follow later, in the order of
/// the table and many to a page; after a crash it is made again from the texts since a mark.
///
/// Used by the writer alone, within its transactions.
final class Senders {
    /// How many may be in memory before rows are written: 5 MB at most.
    private static final int HELD = 16_384;

    /// Rows asked for in one query.
    private static final int ASKED_AT_ONCE = 64;

    /// Two texts that came in the same moment may be stored in either order, and the mark stays this far behind.
    private static final Duration SAME_MOMENT = Duration.ofMinutes(1);

    private static final String ANY_OPT_OUT = "select 1 from opt_out where line_id = ? limit 1";

    private static final String WRITE = """
            replace into sender (line_id, sender, texts, replies, first_at, last_at, opted_out, last_reply)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String FIND = SenderColumns.FIND + "in (" + "?, ".repeat(ASKED_AT_ONCE - 1) + "?)";

    private static final String REPLY = "select id, at, state, left_at from text where line_id = ? and id = ?";

    private static final String MARK = "select known_to from fold where line_id = ?";

    private static final String SET_MARK = "replace into fold (line_id, known_to) values (?, ?)";

    private static final String SINCE = """
            select id, at, state, sender, n, replies, opted_out, left_at from text
             where line_id = ? and id > ? and cover_of is null order by id""";

    private final String line;
    private final Map<Fingerprint, SenderRow> recent = new HashMap<>();

    /// Who waits for which reply, of those in memory.
    private final Map<Long, Fingerprint> pending = new HashMap<>();

    private boolean someWantSilence;
    private long newest;

    /// Those in memory when the walk through them began, in the order of the table, and how far it has come.
    private List<Fingerprint> walk = List.of();
    private int walked;

    /// The newest text when the walk began: at its end, the table knows what became of senders up to it.
    private long newestAtBegin;

    private Senders(String line) {
        this.line = line;
    }

    /// The senders of a line, with those that a crash kept from their table.
    static Senders open(LineId line, Sql sql) throws SQLException {
        Senders senders = new Senders(line.value());
        long mark = sql.first(MARK, row -> row.getLong(1), line.value()).orElse(0L);
        senders.newest = mark;
        senders.someWantSilence = sql.any(ANY_OPT_OUT, line.value());
        for (Stood stood : sql.all(SINCE, Stood::of, line.value(), Ids.earlier(mark, SAME_MOMENT))) {
            senders.makeAgain(sql, stood);
        }
        return senders;
    }

    /// The line they texted.
    String line() {
        return line;
    }

    /// Those of some senders who are remembered.
    Map<Fingerprint, SenderRow> find(Sql sql, Collection<Fingerprint> wanted) throws SQLException {
        Map<Fingerprint, SenderRow> found = HashMap.newHashMap(wanted.size());
        List<Fingerprint> elsewhere = new ArrayList<>();
        for (Fingerprint sender : wanted) {
            SenderRow row = recent.get(sender);
            if (row == null) {
                elsewhere.add(sender);
            } else {
                found.put(sender, asItStands(sql, row));
            }
        }
        Collections.sort(elsewhere);
        for (int from = 0; from < elsewhere.size(); from += ASKED_AT_ONCE) {
            int to = Math.min(elsewhere.size(), from + ASKED_AT_ONCE);
            sql.all(FIND, SenderColumns::of, asked(elsewhere.subList(from, to)))
                    .forEach(row -> found.put(row.sender(), row));
        }
        return found;
    }

    /// One sender, if remembered.
    Optional<SenderRow> find(Sql sql, Fingerprint sender) throws SQLException {
        return Optional.ofNullable(find(sql, List.of(sender)).get(sender));
    }

    /// Whether anybody ever wanted silence of this line, as far as is remembered.
    boolean someWantSilence() {
        return someWantSilence;
    }

    /// Whether a row of the table is behind what is known here.
    boolean isNewerHere(Fingerprint sender) {
        return recent.containsKey(sender);
    }

    /// Takes note of a batch in its transaction, and writes as many rows of earlier ones as memory is short of.
    void note(Sql sql, Rows rows) throws SQLException {
        if (rows.senders().isEmpty()) {
            return;
        }
        List<SenderRow> written =
                recent.size() < HELD ? List.of() : writeSome(sql, rows.senders().size());
        long newestNow = Math.max(newest, rows.texts().getLast().text().id());
        sql.afterCommit(() -> {
            written.forEach(this::forget);
            rows.senders().forEach(this::remember);
            newest = newestNow;
            someWantSilence |= !rows.optOuts().isEmpty();
        });
    }

    /// Learns what became of a reply, once that is durable.
    void settled(long reply, ReplyState state, Instant at) {
        Fingerprint sender = pending.remove(reply);
        SenderRow row = sender == null ? null : recent.get(sender);
        if (row != null && row.lastReply().isPresent() && row.lastReply().get().id() == reply) {
            ReplyStanding last = row.lastReply().get();
            ReplyStanding now = new ReplyStanding(last.id(), last.at(), state, Optional.of(at));
            recent.put(row.sender(), SenderColumns.with(row.sender(), row.record(), row.firstAt(), Optional.of(now)));
        }
    }

    private void remember(SenderRow row) {
        SenderRow before = recent.put(row.sender(), row);
        if (before != null) {
            before.lastReply().ifPresent(last -> pending.remove(last.id()));
        }
        if (row.lastReply().isPresent() && row.lastReply().get().state().isPending()) {
            pending.put(row.lastReply().get().id(), row.sender());
        }
    }

    private void forget(SenderRow row) {
        recent.remove(row.sender());
        row.lastReply().ifPresent(last -> pending.remove(last.id()));
    }

    /// Writes all rows that are in memory: from here on the table knows everybody.
    void writeAll(Sql sql) throws SQLException {
        if (recent.isEmpty()) {
            return;
        }
        for (SenderRow row : recent.values()) {
            pile(sql, row);
        }
        sql.flush(WRITE);
        int _ = sql.change(SET_MARK, line, newest);
        sql.afterCommit(() -> {
            recent.clear();
            pending.clear();
            walk = List.of();
        });
    }

    /// Writes the next rows of the walk as they are by now.
    private List<SenderRow> writeSome(Sql sql, int count) throws SQLException {
        if (walk.isEmpty()) {
            walk = recent.keySet().stream().sorted().toList();
            walked = 0;
            newestAtBegin = newest;
        }
        int end = Math.min(walk.size(), walked + count);
        List<SenderRow> some = new ArrayList<>(count);
        for (Fingerprint sender : walk.subList(walked, end)) {
            SenderRow row = Objects.requireNonNull(recent.get(sender));
            pile(sql, row);
            some.add(row);
        }
        sql.flush(WRITE);
        boolean done = end == walk.size();
        if (done) {
            int _ = sql.change(SET_MARK, line, newestAtBegin);
        }
        sql.afterCommit(() -> {
            walked = end;
            walk = done ? List.of() : walk;
        });
        return some;
    }

    /// A text that a crash kept from its sender's row; those of a sender come in order, but for the same moment.
    private void makeAgain(Sql sql, Stood stood) throws SQLException {
        newest = Math.max(newest, stood.id());
        Optional<SenderRow> known = find(sql, stood.sender());
        if (known.isEmpty() || stood.isLaterThan(known.get().record())) {
            remember(stood.after(known));
        }
    }

    /// How a sender stood after a text.
    private record Stood(
            long id,
            Instant at,
            Optional<ReplyState> state,
            Optional<Instant> leftAt,
            Fingerprint sender,
            SenderRecord record) {

        static Stood of(ResultSet row) throws SQLException {
            Instant at = instant(row, 2);
            Optional<ReplyState> state = Columns.text(row, 3).map(ReplyState::valueOf);
            SenderRecord record = new SenderRecord(
                    row.getInt(5), row.getInt(6), Optional.of(at), row.getInt(7) != 0, SenderColumns.isPending(state));
            return new Stood(row.getLong(1), at, state, Columns.moment(row, 8), fingerprint(row, 4), record);
        }

        /// A sender who was forgotten begins at one again, but not in the same moment.
        boolean isLaterThan(SenderRecord known) {
            Instant last = known.lastAt().orElse(Instant.EPOCH);
            return record.texts() > known.texts() || at.isAfter(last.plus(SAME_MOMENT));
        }

        SenderRow after(Optional<SenderRow> known) {
            Optional<SenderRow> remembered = record.texts() == 1 ? Optional.empty() : known;
            Optional<ReplyStanding> reply = state.map(now -> new ReplyStanding(id, at, now, leftAt));
            return new SenderRow(
                    sender,
                    record,
                    remembered.map(SenderRow::firstAt).orElse(at),
                    reply.or(() -> remembered.flatMap(SenderRow::lastReply)));
        }
    }

    /// A sender in memory, with where the last reply stands by now.
    private SenderRow asItStands(Sql sql, SenderRow row) throws SQLException {
        if (row.lastReply().isEmpty() || !row.lastReply().get().state().isPending()) {
            return row;
        }
        Optional<ReplyStanding> reply = sql.first(
                REPLY,
                found -> Columns.reply(found, 1),
                line,
                row.lastReply().get().id());
        return SenderColumns.with(row.sender(), row.record(), row.firstAt(), reply);
    }

    private void pile(Sql sql, SenderRow row) throws SQLException {
        Instant last = row.record().lastAt().orElse(row.firstAt());
        sql.pile(
                WRITE,
                line,
                row.sender().bytes(),
                row.record().texts(),
                row.record().replies(),
                row.firstAt().toEpochMilli(),
                last.toEpochMilli(),
                row.record().optedOut() ? 1 : 0,
                row.lastReply().isPresent() ? row.lastReply().get().id() : null);
    }

    /// A query of one length for any number of keys up to [#ASKED_AT_ONCE]: the last is asked for again and again.
    private @Nullable Object[] asked(List<Fingerprint> keys) {
        @Nullable Object[] values = new @Nullable Object[1 + ASKED_AT_ONCE];
        values[0] = line;
        for (int i = 0; i < ASKED_AT_ONCE; i++) {
            values[1 + i] = keys.get(Math.min(i, keys.size() - 1)).bytes();
        }
        return values;
    }
}
