package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What two copies of a ledger have in common if they are equal, beside the numbers of their rows.
public final class Sums {
    private static final SequencedMap<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("tallies, added up", "select coalesce(sum(count), 0) from tally");
        QUERIES.put("texts of senders", "select coalesce(sum(texts), 0) from sender");
        QUERIES.put("replies to senders", "select coalesce(sum(replies), 0) from sender");
        QUERIES.put("replies that wait", "select count(*) from text where state = 'DUE'");
        QUERIES.put("numbers that are sealed", "select count(*) from text where number is not null");
    }

    private Sums() {}

    /// The sums, by what they are, always in the same order.
    public static SequencedMap<String, Long> of(Sql sql) throws SQLException {
        SequencedMap<String, Long> sums = new LinkedHashMap<>();
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            sums.put(
                    query.getKey(),
                    sql.first(query.getValue(), row -> row.getLong(1)).orElseThrow());
        }
        return sums;
    }
}
