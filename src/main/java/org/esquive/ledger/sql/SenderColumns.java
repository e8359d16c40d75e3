package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.SenderRow;
import org.esquive.message.Fingerprint;
import org.esquive.policy.SenderRecord;

/// A sender as the table has it, with where the last reply stands: whether it is pending follows from that.
public final class SenderColumns {
    /// Senders of a line; what follows says which.
    public static final String FIND = """
            select s.sender, s.texts, s.replies, s.first_at, s.last_at, s.opted_out, t.id, t.at, t.state, t.left_at
              from sender s left join text t on t.line_id = s.line_id and t.id = s.last_reply
             where s.line_id = ? and s.sender\s""";

    private SenderColumns() {}

    /// A row of [#FIND].
    public static SenderRow of(ResultSet row) throws SQLException {
        SenderRecord record =
                new SenderRecord(row.getInt(2), row.getInt(3), Optional.of(instant(row, 5)), row.getInt(6) != 0, false);
        Optional<ReplyStanding> last = row.getLong(7) == 0 ? Optional.empty() : Optional.of(Columns.reply(row, 7));
        return with(fingerprint(row, 1), record, instant(row, 4), last);
    }

    /// A sender whose last reply stands somewhere by now.
    public static SenderRow with(
            Fingerprint sender, SenderRecord record, Instant firstAt, Optional<ReplyStanding> reply) {
        boolean pending = isPending(reply.map(ReplyStanding::state));
        SenderRecord now =
                new SenderRecord(record.texts(), record.replies(), record.lastAt(), record.optedOut(), pending);
        return new SenderRow(sender, now, firstAt, reply);
    }

    /// Whether a reply waits or is on its way.
    public static boolean isPending(Optional<ReplyState> state) {
        return state.isPresent() && state.get().isPending();
    }
}
