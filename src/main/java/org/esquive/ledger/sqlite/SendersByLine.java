package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;

/// The senders of every line that was used since the start. For the writer alone.
final class SendersByLine {
    private final Map<LineId, Senders> lines = new HashMap<>();

    Senders of(LineId line, Sql sql) throws SQLException {
        Senders known = lines.get(line);
        if (known != null) {
            return known;
        }
        Senders senders = Senders.open(line, sql);
        lines.put(line, senders);
        return senders;
    }

    /// Forgets what is in memory: it is made again from what is on disk.
    void readAgain() {
        lines.clear();
    }

    /// Writes what is in memory only, so that the tables know everybody.
    void writeAll(Sql sql) throws SQLException {
        for (Senders senders : lines.values()) {
            senders.writeAll(sql);
        }
    }
}
