package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.esquive.ledger.RecordText;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;

/// What is remembered of a line, as its row has it.
public final class LineRows {
    private static final String READ = "select spending, flood, breaker from line where line_id = ?";

    private static final String WRITE = """
            insert into line (line_id, spending, flood, breaker) values (?, ?, ?, ?)
            on conflict (line_id) do update
               set spending = excluded.spending, flood = excluded.flood, breaker = excluded.breaker""";

    private LineRows() {}

    /// What the row says, [LineRecord#NEW] if there is none.
    public static LineRecord read(LineId line, Sql sql) throws SQLException {
        return find(line, sql, "").orElse(LineRecord.NEW);
    }

    /// What the row says, if there is one.
    ///
    /// @param locking ` for update` where others may write at the same time; else empty
    public static Optional<LineRecord> find(LineId line, Sql sql, String locking) throws SQLException {
        return sql.first(
                READ + locking,
                row -> new LineRecord(
                        RecordText.spending(row.getString(1)),
                        RecordText.flood(row.getString(2)),
                        RecordText.breaker(row.getString(3))),
                line.value());
    }

    /// Writes the row.
    public static void write(LineId line, LineRecord next, Sql sql) throws SQLException {
        int _ = sql.change(
                WRITE,
                line.value(),
                RecordText.of(next.spending()),
                RecordText.of(next.flood()),
                RecordText.of(next.breaker()));
    }
}
