package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;

/// Receipts that came before the answer to the sending, perhaps at another node, so that no reply has their id yet.
/// They
/// wait for it ten minutes, written in each way the id may be meant. Whoever keeps one looks for ids, whoever takes
/// one gives them, see [Locks].
final class EarlyReceipts {
    /// How long one waits.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /// How many rows wait on a line; beyond it receipts that match nothing are only acknowledged.
    static final int MOST = 10_000;

    private static final String COUNT = "select count(*) from early_receipt where line_id = ?";

    private static final String KEEP = """
            insert into early_receipt (line_id, provider_id, state, at) values (?, ?, ?, ?)
                on conflict do nothing""";

    private static final String TAKE = """
            delete from early_receipt where line_id = ? and provider_id = any(?)
            returning provider_id, state, at""";

    private static final String FORGET = "delete from early_receipt where line_id = ? and at < ?";

    private EarlyReceipts() {}

    /// Keeps receipts that matched nothing, as far as there is room.
    static void keep(Sql sql, LineId line, List<Arrival.News> unmatched) throws SQLException {
        if (unmatched.isEmpty()) {
            return;
        }
        int room = MOST - count(sql, line);
        if (room <= 0) {
            int _ = forget(sql, line, unmatched.getFirst().at());
            room = MOST - count(sql, line);
        }
        for (Arrival.News news : unmatched) {
            if (news.receipt().match() instanceof Receipt.Match.ByProviderId(var id, var otherwise)) {
                for (String way : Stream.concat(Stream.of(id), otherwise.stream())
                        .limit(Math.max(0, room))
                        .toList()) {
                    sql.pile(
                            KEEP,
                            line.value(),
                            way,
                            news.receipt().state().name(),
                            news.at().toEpochMilli());
                    room--;
                }
            }
        }
        sql.flush(KEEP);
    }

    /// Takes away the receipts that wait for some ids.
    ///
    /// @return what they say, by id
    static Map<String, List<Receipt.State>> take(Sql sql, LineId line, List<String> ids, Instant now)
            throws SQLException {
        Map<String, List<Receipt.State>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        List<Boolean> _ = sql.all(
                TAKE,
                row -> {
                    boolean inTime = Columns.instant(row, 3).isAfter(now.minus(PATIENCE));
                    if (inTime) {
                        found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(Receipt.State.valueOf(row.getString(2)));
                    }
                    return inTime;
                },
                line.value(),
                sql.array("text", String[]::new, ids, id -> id));
        return found;
    }

    /// Forgets those that waited long enough.
    ///
    /// @return how many
    static int forget(Sql sql, LineId line, Instant now) throws SQLException {
        return sql.change(FORGET, line.value(), now.minus(PATIENCE).toEpochMilli());
    }

    private static int count(Sql sql, LineId line) throws SQLException {
        return sql.first(COUNT, row -> row.getInt(1), line.value()).orElse(0);
    }
}
