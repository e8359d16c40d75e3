package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.RecordText;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Search;
import org.esquive.ledger.Tally;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Reason;
import org.esquive.policy.Spending;

/// What the pages show, read beside the writer: sums of tallies, or a few rows from the end of a table.
public record SqlFigures(Database database) implements Figures {
    private static final String TOTALS =
            "select name, sum(count) from tally where line_id = ? and hour >= ? and hour < ? group by name";

    private static final String BY_HOUR = """
            select hour, sum(case name when 'text' then count else -count end) from tally
             where line_id = ? and hour >= ? and hour < ? and name in ('text', 'raid') group by hour""";

    private static final String ALERTS =
            "select id, at, kind, sender, facts from alert where line_id = ? order by id desc limit ?";

    private static final int MOST = 1_000;

    @Override
    public Totals totals(LineId line, Instant from, Instant to) {
        return totals(database.read(sql -> sums(sql, line, from, to)));
    }

    @Override
    public List<Period> periods(LineId line, List<Instant> bounds) {
        if (bounds.size() < 2 || bounds.size() > MOST_PERIODS + 1) {
            throw new IllegalArgumentException("expected 2 to %d bounds".formatted(MOST_PERIODS + 1));
        }
        return database.read(sql -> {
            List<Period> periods = new ArrayList<>(bounds.size() - 1);
            for (int i = 0; i < bounds.size() - 1; i++) {
                periods.add(period(bounds.get(i), sums(sql, line, bounds.get(i), bounds.get(i + 1))));
            }
            return periods;
        });
    }

    private static Map<String, Long> sums(Sql sql, LineId line, Instant from, Instant to) throws SQLException {
        Map<String, Long> sums = new HashMap<>();
        sql.all(
                        TOTALS,
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        line.value(),
                        from.toEpochMilli(),
                        to.toEpochMilli())
                .forEach(row -> sums.put(row.getKey(), row.getValue()));
        return sums;
    }

    private static Period period(Instant from, Map<String, Long> sums) {
        Map<Country, Long> countries = sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith(Tally.COUNTRY))
                .collect(Collectors.toUnmodifiableMap(
                        sum -> new Country(sum.getKey().substring(Tally.COUNTRY.length())), Map.Entry::getValue));
        return new Period(from, totals(sums), countries, sums.getOrDefault(Tally.LONG_TEXTS_DROPPED, 0L));
    }

    private static Totals totals(Map<String, Long> sums) {
        return new Totals(
                sums.getOrDefault(Tally.TEXTS, 0L),
                sums.getOrDefault(Tally.SENDERS, 0L),
                sums.getOrDefault(Tally.REPLIES, 0L),
                sums.getOrDefault(Tally.SEGMENTS, 0L),
                sums.getOrDefault(Tally.RAID, 0L),
                sums.getOrDefault(Tally.MONEY, 0L),
                those(sums, Reason.values(), Tally::of),
                those(sums, ReplyState.values(), Tally::of));
    }

    @Override
    public Map<Instant, Long> textsByHour(LineId line, Instant from, Instant to) {
        var rows = database.read(sql -> sql.all(
                BY_HOUR,
                row -> Map.entry(instant(row, 1), row.getLong(2)),
                line.value(),
                from.toEpochMilli(),
                to.toEpochMilli()));
        return rows.stream()
                .filter(row -> row.getValue() > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Entry> latest(LineId line, long after, int most) {
        return database.read(sql -> Entries.latest(sql, line, after, bounded(most)));
    }

    @Override
    public Search.Found find(LineId line, Search search) {
        return database.read(sql -> Entries.find(sql, line, search));
    }

    @Override
    public Optional<Entry> entry(LineId line, long id) {
        return database.read(sql -> Entries.one(sql, line, id));
    }

    @Override
    public List<Alert> alerts(LineId line, int most) {
        return database.read(sql -> sql.all(ALERTS, row -> alert(line, row), line.value(), bounded(most)));
    }

    @Override
    public LineRecord line(LineId line) {
        return database.read(sql -> LineRows.read(line, sql));
    }

    @Override
    public Spending channel(String channel) {
        return database.read(sql -> ChannelRows.read(channel, sql));
    }

    private static int bounded(int most) {
        return Math.clamp(most, 1, MOST);
    }

    /// Those of the sums that are of these kinds and not zero.
    private static <K> Map<K, Long> those(Map<String, Long> sums, K[] kinds, Function<K, String> name) {
        return Arrays.stream(kinds)
                .filter(kind -> sums.getOrDefault(name.apply(kind), 0L) != 0)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), kind -> sums.getOrDefault(name.apply(kind), 0L)));
    }

    private static Alert alert(LineId line, ResultSet row) throws SQLException {
        Optional<org.esquive.message.Fingerprint> sender =
                row.getBytes(4) == null ? Optional.empty() : Optional.of(fingerprint(row, 4));
        AlertKind kind = AlertKind.valueOf(row.getString(3));
        return new Alert(row.getLong(1), line, instant(row, 2), kind, sender, RecordText.facts(row.getString(5)));
    }
}
