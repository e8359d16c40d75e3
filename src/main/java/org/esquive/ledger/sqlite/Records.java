package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.esquive.ledger.RecordText;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Spending;

/// What is remembered of lines and channels, as the table has it: kept in memory, since each commit wants it and nobody
/// else writes it. Used by the writer alone, within its transactions.
final class Records {
    private static final String LINE = "select spending, flood, breaker from line where line_id = ?";

    private static final String SET_LINE = "replace into line (line_id, spending, flood, breaker) values (?, ?, ?, ?)";

    private static final String CHANNEL = "select spending from channel where channel_id = ?";

    private static final String SET_CHANNEL = "replace into channel (channel_id, spending) values (?, ?)";

    private final Map<LineId, LineRecord> lines = new HashMap<>();
    private final Map<String, Spending> channels = new HashMap<>();

    /// What is remembered of a line.
    LineRecord of(LineId line, Sql sql) throws SQLException {
        LineRecord known = lines.get(line);
        if (known == null) {
            known = read(line, sql);
            lines.put(line, known);
        }
        return known;
    }

    /// What all lines of a channel said.
    Spending of(String channel, Sql sql) throws SQLException {
        Spending known = channels.get(channel);
        if (known == null) {
            known = read(channel, sql);
            channels.put(channel, known);
        }
        return known;
    }

    /// Writes what is to be remembered of a line.
    void set(LineId line, LineRecord next, Sql sql) throws SQLException {
        int _ = sql.change(
                SET_LINE,
                line.value(),
                RecordText.of(next.spending()),
                RecordText.of(next.flood()),
                RecordText.of(next.breaker()));
        sql.afterCommit(() -> lines.put(line, next));
    }

    /// Writes what all lines of a channel said.
    void set(String channel, Spending next, Sql sql) throws SQLException {
        int _ = sql.change(SET_CHANNEL, channel, RecordText.of(next));
        sql.afterCommit(() -> channels.put(channel, next));
    }

    /// Forgets what is in memory: the table has it.
    void readAgain() {
        lines.clear();
        channels.clear();
    }

    /// What the table remembers of a line.
    static LineRecord read(LineId line, Sql sql) throws SQLException {
        return sql.first(
                        LINE,
                        row -> new LineRecord(
                                RecordText.spending(row.getString(1)),
                                RecordText.flood(row.getString(2)),
                                RecordText.breaker(row.getString(3))),
                        line.value())
                .orElse(LineRecord.NEW);
    }

    /// What the table has of a channel.
    static Spending read(String channel, Sql sql) throws SQLException {
        return sql.first(CHANNEL, row -> RecordText.spending(row.getString(1)), channel)
                .orElse(Spending.NONE);
    }
}
