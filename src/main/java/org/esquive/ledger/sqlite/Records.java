package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.esquive.ledger.sql.ChannelRows;
import org.esquive.ledger.sql.LineRows;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Spending;

/// What is remembered of lines and channels, as the table has it: kept in memory, since each commit wants it and
/// nobody else writes it. Used by the writer alone, within its transactions.
final class Records {
    private final Map<LineId, LineRecord> lines = new HashMap<>();
    private final Map<String, Spending> channels = new HashMap<>();

    /// What is remembered of a line.
    LineRecord of(LineId line, Sql sql) throws SQLException {
        LineRecord known = lines.get(line);
        if (known == null) {
            known = LineRows.read(line, sql);
            lines.put(line, known);
        }
        return known;
    }

    /// What all lines of a channel said.
    ///
    /// @param home the line beside which that is kept
    Spending of(LineId home, String channel, Sql sql) throws SQLException {
        Spending known = channels.get(channel);
        if (known == null) {
            known = ChannelRows.take(home, channel, sql, "");
            channels.put(channel, known);
        }
        return known;
    }

    /// Writes what is to be remembered of a line.
    void set(LineId line, LineRecord next, Sql sql) throws SQLException {
        LineRows.write(line, next, sql);
        sql.afterCommit(() -> lines.put(line, next));
    }

    /// Writes what all lines of a channel said.
    void set(LineId home, String channel, Spending next, Sql sql) throws SQLException {
        ChannelRows.write(home, channel, next, sql);
        sql.afterCommit(() -> channels.put(channel, next));
    }

    /// Forgets what is in memory: the table has it.
    void readAgain() {
        lines.clear();
        channels.clear();
    }
}
