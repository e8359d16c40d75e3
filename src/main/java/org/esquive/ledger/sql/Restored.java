package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Tallies;
import org.esquive.message.LineId;

/// A ledger that was read back from a backup, before it is used again. Each reply that waited when the backup was
/// made may have left since: none of them is sent. Browsers that were signed in must sign in again, for some may have
/// been signed out since.
public final class Restored {
    private static final String WHY = "restored from a backup; it may have left since";

    private static final String LINES =
            "select distinct line_id from text where state in ('DUE', 'SENDING') order by line_id";

    private static final String OWED = """
            select id, at, state, left_at from text
             where line_id = ? and state in ('DUE', 'SENDING') order by id limit ?""";

    private static final String GIVE_UP = """
            update text set state = 'UNKNOWN', detail = ?, left_at = ?, own_number = null, number = null, words = null
             where line_id = ? and id = ?""";

    private static final String SIGN_OUT = "delete from session";

    private Restored() {}

    /// The lines that owe replies.
    public static List<LineId> lines(Sql sql) throws SQLException {
        return sql.all(LINES, row -> new LineId(row.getString(1)));
    }

    /// Gives up some of the replies that a line owes.
    ///
    /// @return where they stand now; fewer than the most if these were the last
    public static List<ReplyStanding> giveUp(Sql sql, Keyring keyring, LineId line, Instant now, int most)
            throws SQLException {
        List<ReplyStanding> owed = sql.all(OWED, row -> Columns.reply(row, 1), line.value(), most);
        Tallies tallies = new Tallies();
        List<ReplyStanding> given = new ArrayList<>(owed.size());
        for (ReplyStanding reply : owed) {
            sql.pile(GIVE_UP, WHY, now.toEpochMilli(), line.value(), reply.id());
            tallies.move(reply, ReplyState.UNKNOWN);
            given.add(new ReplyStanding(reply.id(), reply.at(), ReplyState.UNKNOWN));
        }
        sql.flush(GIVE_UP);
        new Pen(sql, keyring).add(line, tallies.sums());
        return given;
    }

    /// Ends all sessions.
    ///
    /// @return how many
    public static int signOut(Sql sql) throws SQLException {
        return sql.change(SIGN_OUT);
    }
}
