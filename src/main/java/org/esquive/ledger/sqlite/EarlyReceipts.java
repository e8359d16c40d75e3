package org.esquive.ledger.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;

/// Receipts that came before the answer to the sending, so that no reply has their id yet. They wait for it ten
/// minutes, written in each way the id may be meant.
///
/// Used inside the transactions of the writer only. What is known without a look-up is until when one may wait, so
/// that a settlement costs nothing more while none does, and about how many there are.
final class EarlyReceipts {
    /// How long one waits.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /// How many rows wait on a line; beyond it receipts that match nothing are only acknowledged.
    static final int MOST = 10_000;

    /// How often a full line is searched for those that waited long enough.
    private static final Duration BETWEEN_SEARCHES = Duration.ofMinutes(1);

    private static final String KEEP =
            "insert or ignore into early_receipt (line_id, provider_id, state, at) values (?, ?, ?, ?)";

    private static final String TAKE =
            "delete from early_receipt where line_id = ? and provider_id = ? returning state, at";

    private static final String FORGET = "delete from early_receipt where line_id = ? and at < ?";

    private static final String COUNTS = "select line_id, count(*), max(at) from early_receipt group by line_id";

    private final Map<LineId, Integer> counts = new HashMap<>();
    private Instant lastLeaves = Instant.EPOCH;
    private Instant nextSearch = Instant.EPOCH;
    private boolean counted;

    private record Waiting(Receipt.State state, Instant at) {}

    /// Keeps receipts that matched nothing.
    void keep(Sql sql, LineId line, List<Arrival.News> unmatched) throws SQLException {
        for (Arrival.News news : unmatched) {
            if (news.receipt().match() instanceof Receipt.Match.ByProviderId(var id, var otherwise)) {
                for (String way :
                        Stream.concat(Stream.of(id), otherwise.stream()).toList()) {
                    keep(sql, line, way, news);
                }
            }
        }
    }

    private void keep(Sql sql, LineId line, String id, Arrival.News news) throws SQLException {
        if (hasRoom(sql, line, news.at())) {
            String state = news.receipt().state().name();
            add(line, sql.change(KEEP, line.value(), id, state, news.at().toEpochMilli()));
            leaves(news.at().plus(PATIENCE));
        }
    }

    /// Takes away the receipts that wait for an id.
    ///
    /// @return what they say
    List<Receipt.State> take(Sql sql, LineId line, String id, Instant now) throws SQLException {
        count(sql);
        if (!now.isBefore(lastLeaves)) {
            return List.of();
        }
        List<Waiting> found = sql.all(TAKE, EarlyReceipts::waiting, line.value(), id);
        add(line, -found.size());
        return found.stream()
                .filter(receipt -> now.isBefore(receipt.at().plus(PATIENCE)))
                .map(Waiting::state)
                .toList();
    }

    /// Forgets those that waited long enough.
    ///
    /// @return how many
    int forget(Sql sql, LineId line, Instant now) throws SQLException {
        int gone = sql.change(FORGET, line.value(), now.minus(PATIENCE).toEpochMilli());
        counted = false;
        return gone;
    }

    private boolean hasRoom(Sql sql, LineId line, Instant now) throws SQLException {
        count(sql);
        if (counts.getOrDefault(line, 0) < MOST) {
            return true;
        }
        if (now.isBefore(nextSearch)) {
            return false;
        }
        nextSearch = now.plus(BETWEEN_SEARCHES);
        int _ = forget(sql, line, now);
        count(sql);
        return counts.getOrDefault(line, 0) < MOST;
    }

    private void count(Sql sql) throws SQLException {
        if (counted) {
            return;
        }
        counts.clear();
        List<Instant> _ = sql.all(COUNTS, row -> {
            counts.put(new LineId(row.getString(1)), row.getInt(2));
            return leaves(Columns.instant(row, 3).plus(PATIENCE));
        });
        counted = true;
    }

    private Instant leaves(Instant at) {
        lastLeaves = at.isAfter(lastLeaves) ? at : lastLeaves;
        return lastLeaves;
    }

    private void add(LineId line, int rows) {
        counts.merge(line, rows, Integer::sum);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(Receipt.State.valueOf(row.getString(1)), Columns.instant(row, 2));
    }
}
