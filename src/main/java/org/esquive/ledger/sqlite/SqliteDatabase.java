package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import org.esquive.ledger.sql.Database;
import org.esquive.ledger.sql.Order;
import org.esquive.ledger.sql.Sql;

/// The file of the ledger, with its one writer and the readers beside it. There is one writer, so places are given in
/// the order of commits, and a turn with it comes after all that waited before.
record SqliteDatabase(Writer writer, Readers readers) implements Database, Order {
    /// A commit that takes so long may be one of several.
    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final String LAST = "select seq from sqlite_sequence where name = ?";

    private static final String IS_NEWS = "new.state not in ('DUE', 'SENDING') and new.cover_of is null";

    private static final String WRITE_NEWS =
            " begin insert into reply_news (line_id, text_id, state) values (new.line_id, new.id, new.state); end";

    /// The trigger that is there while some program is told what becomes of replies.
    static final String MOVED = "reply_moved";

    private static final String NOTE_MOVED =
            "create trigger if not exists reply_moved after update of state on text when new.state is not old.state and "
                    + IS_NEWS + WRITE_NEWS;

    private static final String NOTE_WRITTEN =
            "create trigger if not exists reply_written after insert on text when " + IS_NEWS + WRITE_NEWS;

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.read(work);
    }

    @Override
    public Order order() {
        return this;
    }

    @Override
    public long last(Sql sql, String table) throws SQLException {
        return sql.first(LAST, row -> row.getLong(1), table).orElse(0L);
    }

    @Override
    public boolean areCommitsQuick() {
        long start = System.nanoTime();
        int _ = writer.write(_ -> 0);
        return System.nanoTime() - start < SLOW.toNanos();
    }

    @Override
    public void noteReplies(boolean wanted) {
        int _ = writer.write(sql -> {
            if (wanted) {
                return sql.change(NOTE_MOVED) + sql.change(NOTE_WRITTEN);
            }
            return sql.change("drop trigger if exists reply_moved")
                    + sql.change("drop trigger if exists reply_written")
                    + sql.change("delete from reply_news");
        });
    }
}
