package org.esquive.ledger.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.esquive.ledger.sql.Sql;

/// What was begun with a database and must be finished before a node may use it: a row of `installation`.
enum Unfinished {
    /// A ledger is being copied into it.
    MOVE("A move into this database is not finished: run esquive database move once more; it begins again by itself."),

    /// A ledger was copied into it and compared; only the old file is still under its old name.
    MOVED("A move into this database is not finished: run esquive database move once more."),

    /// A backup is being read into it.
    RESTORE("A restore into this database is not finished: run esquive database restore --replace once more.");

    private static final String NAME = "unfinished";

    private static final String IS_TABLE = "select to_regclass('installation') is not null";

    private static final String FIND = "select value from installation where name = '" + NAME + "'";

    private static final String NOTE = "insert into installation (name, value) values (?, ?)";

    private static final String END = "delete from installation where name = '" + NAME + "'";

    private final String sentence;

    Unfinished(String sentence) {
        this.sentence = sentence;
    }

    /// What to do.
    String sentence() {
        return sentence;
    }

    static Optional<Unfinished> find(Sql sql) throws SQLException {
        boolean none = !sql.first(IS_TABLE, row -> row.getBoolean(1)).orElse(false);
        return none
                ? Optional.empty()
                : sql.first(FIND, row -> valueOf(new String(row.getBytes(1), StandardCharsets.US_ASCII)));
    }

    /// Notes it; the table may not have its key yet.
    int note(Sql sql) throws SQLException {
        return end(sql) + sql.change(NOTE, NAME, name().getBytes(StandardCharsets.US_ASCII));
    }

    static int end(Sql sql) throws SQLException {
        return sql.change(END);
    }
}
