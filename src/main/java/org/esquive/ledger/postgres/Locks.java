package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.esquive.ledger.RecordText;
import org.esquive.ledger.sql.LineRows;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;

/// Takes the rows of lines for a transaction: what is counted of a line is counted by one at a time. Everybody takes
/// them in the same order, so nobody waits in a ring.
final class Locks {
    /// What makes a look-up take what it finds, until the transaction ends.
    static final String FOR_UPDATE = " for update";

    private static final String MAKE =
            "insert into line (line_id, spending, flood, breaker) values (?, ?, ?, ?) on conflict do nothing";

    private Locks() {}

    /// Takes the row of a line, and makes it first if there is none.
    ///
    /// @return what it says
    static LineRecord take(Sql sql, LineId line) throws SQLException {
        Optional<LineRecord> record = LineRows.find(line, sql, FOR_UPDATE);
        if (record.isPresent()) {
            return record.get();
        }
        int _ = sql.change(
                MAKE,
                line.value(),
                RecordText.of(LineRecord.NEW.spending()),
                RecordText.of(LineRecord.NEW.flood()),
                RecordText.of(LineRecord.NEW.breaker()));
        return LineRows.find(line, sql, FOR_UPDATE).orElseThrow();
    }

    /// The order in which rows of lines are taken.
    static List<LineId> inOrder(Iterable<LineId> lines) {
        TreeSet<String> names = new TreeSet<>();
        lines.forEach(line -> names.add(line.value()));
        return names.stream().map(LineId::new).toList();
    }
}
