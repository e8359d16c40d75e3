package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.esquive.ledger.RecordText;
import org.esquive.message.LineId;
import org.esquive.policy.Spending;

/// What all lines of a channel said together: one row, which lies beside those of the channel's home, a line of it.
/// So the row of a channel with one line lies where that line lies, however the lines are spread over machines. If
/// the settings name another home, the row moves.
public final class ChannelRows {
    private static final String AT_HOME = "select spending from channel where line_id = ? and channel_id = ?";

    private static final String ANYWHERE = "select spending from channel where channel_id = ?";

    private static final String LEAVE = "delete from channel where channel_id = ? returning spending";

    private static final String BEGIN = """
            insert into channel (line_id, channel_id, spending) values (?, ?, ?) on conflict do nothing""";

    private static final String WRITE = """
            insert into channel (line_id, channel_id, spending) values (?, ?, ?)
            on conflict (line_id, channel_id) do update set spending = excluded.spending""";

    private ChannelRows() {}

    /// What the row says, for whoever only wants to know.
    public static Spending read(String channel, Sql sql) throws SQLException {
        return sql.first(ANYWHERE, row -> RecordText.spending(row.getString(1)), channel)
                .orElse(Spending.NONE);
    }

    /// What the row says, for whoever will write it. It is brought home if it lies elsewhere, and made if there is
    /// none:
    /// from then on nobody else can take it before the end of the transaction, and nobody looks for it elsewhere.
    ///
    /// @param locking ` for update` where others may write at the same time; else empty
    public static Spending take(LineId home, String channel, Sql sql, String locking) throws SQLException {
        Optional<String> words = sql.first(AT_HOME + locking, row -> row.getString(1), home.value(), channel);
        if (words.isEmpty()) {
            String found = sql.first(LEAVE, row -> row.getString(1), channel).orElse(RecordText.of(Spending.NONE));
            int _ = sql.change(BEGIN, home.value(), channel, found);
            words = sql.first(AT_HOME + locking, row -> row.getString(1), home.value(), channel);
        }
        return words.map(RecordText::spending).orElse(Spending.NONE);
    }

    /// Writes the row.
    public static void write(LineId home, String channel, Spending next, Sql sql) throws SQLException {
        int _ = sql.change(WRITE, home.value(), channel, RecordText.of(next));
    }
}
