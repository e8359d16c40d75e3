package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;

/// Writes what became of replies, while some program is told of it.
final class ReplyNews {
    private static final String WANTED = "select 1 from reply_news_wanted";

    private static final String WRITE = """
            insert into reply_news (line_id, text_id, state)
            select line_id, id, ? from text where line_id = ? and id = ? and cover_of is null""";

    private ReplyNews() {}

    /// @param replies where they stand by now; those that wait or are on their way are no news
    static void write(Sql sql, LineId line, Collection<ReplyStanding> replies) throws SQLException {
        List<ReplyStanding> ended =
                replies.stream().filter(reply -> !reply.state().isPending()).toList();
        if (ended.isEmpty() || !sql.any(WANTED)) {
            return;
        }
        for (ReplyStanding reply : ended) {
            sql.pile(WRITE, reply.state().name(), line.value(), reply.id());
        }
        sql.flush(WRITE);
    }
}
