package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Ids;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;

/// Forgets what is older than a line remembers, a step at a time, so that texts and replies pass in between. What
/// to forget is looked up beside the writer; the step itself looks again, for a sender may have texted meanwhile.
/// Opt-outs and tallies stay: the first are a promise, the second name nobody.
public final class Forgetting {
    /// Rows a transaction.
    private static final int STEP = 1_000;

    private static final String OLD_SENDERS =
            "select sender from sender where line_id = ? and sender > ? and last_at < ? order by sender limit ?";

    private static final String SENDER = "delete from sender where line_id = ? and sender = ? and last_at < ?";

    /// A text whose reply still waits stays.
    private static final String TEXT = "delete from text where line_id = ? and id = ? and at < ? and number is null";

    private static final String ALERT = "delete from alert where line_id = ? and id = ? and at < ?";

    private static final String LONG_TEXTS = """
            delete from long_text
             where line_id = ? and (sender, reference, wide, total) in
                   (select sender, reference, wide, total from long_text
                     where line_id = ? and opened_at < ? order by opened_at limit ?)""";

    /// By the id, which says when the text came.
    private static final String KEPT = """
            delete from kept where line_id = ? and (id, piece) in
                   (select id, piece from kept where line_id = ? and id < ? limit ?)""";

    private final String line;
    private final Known known;
    private final Database database;

    /// What is known of senders beside their table.
    public interface Known {
        /// Nothing: the table has all.
        Known NOTHING_MORE = (_, _) -> false;

        /// Whether a sender texted since the row of the table was written.
        boolean isNewer(Sql sql, Fingerprint sender) throws SQLException;
    }

    /// @param line whose rows
    public Forgetting(LineId line, Known known, Database database) {
        this.line = line.value();
        this.known = known;
        this.database = database;
    }

    /// Forgets senders, texts, replies and alerts older than a moment.
    ///
    /// @return how many rows went
    public int before(Instant moment) {
        long before = moment.toEpochMilli();
        return senders(before) + rows("text", TEXT, before) + rows("alert", ALERT, before);
    }

    /// Forgets long texts begun before a moment.
    ///
    /// @return how many rows went
    public int longTextsBefore(Instant moment) {
        return inSteps(LONG_TEXTS, moment.toEpochMilli());
    }

    /// Wipes what was kept of the words of texts that came before a moment.
    ///
    /// @return how many rows went
    public int keptBefore(Instant moment) {
        return inSteps(KEPT, Ids.firstAt(moment));
    }

    private int inSteps(String delete, long before) {
        int all = 0;
        int gone;
        do {
            gone = database.write(sql -> sql.change(delete, line, line, before, STEP));
            all += gone;
        } while (gone == STEP);
        return all;
    }

    private int senders(long before) {
        int gone = 0;
        Optional<byte[]> last = Optional.of(new byte[0]);
        while (last.isPresent()) {
            byte[] after = last.get();
            List<byte[]> old =
                    database.read(sql -> sql.all(OLD_SENDERS, row -> row.getBytes(1), line, after, before, STEP));
            gone += database.write(sql -> delete(sql, SENDER, unlessNewer(sql, old), before));
            last = old.size() < STEP ? Optional.empty() : Optional.of(old.getLast());
        }
        return gone;
    }

    /// A sender who texted since is in memory, and the row behind.
    private List<byte[]> unlessNewer(Sql sql, List<byte[]> old) throws SQLException {
        List<byte[]> still = new ArrayList<>(old.size());
        for (byte[] sender : old) {
            if (!known.isNewer(sql, Fingerprint.of(sender))) {
                still.add(sender);
            }
        }
        return still;
    }

    /// Rows with an id lie in the order of time, so the walk ends at the first step that is not all old.
    private int rows(String table, String delete, long before) {
        String step = "select id, at from " + table + " where line_id = ? and id > ? order by id limit ?";
        String oldest = "select id from (" + step + ") step where at < ?";
        int gone = 0;
        Optional<Long> last = Optional.of(0L);
        while (last.isPresent()) {
            long after = last.get();
            List<Long> old = database.read(sql -> sql.all(oldest, row -> row.getLong(1), line, after, STEP, before));
            gone += database.write(sql -> delete(sql, delete, old, before));
            last = old.size() < STEP ? Optional.empty() : Optional.of(old.getLast());
        }
        return gone;
    }

    private int delete(Sql sql, String delete, List<?> keys, long before) throws SQLException {
        for (Object key : keys) {
            sql.pile(delete, line, key, before);
        }
        return Arrays.stream(sql.changes(delete)).sum();
    }
}
