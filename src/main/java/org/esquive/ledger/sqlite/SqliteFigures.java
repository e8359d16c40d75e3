package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sqlite.Columns.fingerprint;
import static org.esquive.ledger.sqlite.Columns.instant;
import static org.esquive.ledger.sqlite.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.esquive.ledger.Tally;
import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Reason;
import org.esquive.policy.Spending;

/// What the pages show, read beside the writer: sums of tallies, or a few rows from the end of a table.
record SqliteFigures(Readers readers) implements Figures {
    private static final String TOTALS =
            "select name, sum(count) from tally where line_id = ? and hour >= ? and hour < ? group by name";

    private static final String BY_HOUR = """
            select hour, sum(case name when 'text' then count else -count end) from tally
             where line_id = ? and hour >= ? and hour < ? and name in ('text', 'raid') group by hour""";

    static final String ENTRY = """
            select id, at, sender, n, reason, answer, state, due_at, detail from text
            """;

    private static final String LATEST = ENTRY + " where line_id = ? and id > ? order by id desc limit ?";

    private static final String ONE = ENTRY + " where line_id = ? and id = ?";

    private static final String ALERTS =
            "select id, at, kind, sender, facts from alert where line_id = ? order by id desc limit ?";

    private static final int MOST = 1_000;

    @Override
    public Totals totals(LineId line, Instant from, Instant to) {
        Map<String, Long> sums = new HashMap<>();
        var rows = readers.read(sql -> sql.all(
                TOTALS,
                row -> Map.entry(row.getString(1), row.getLong(2)),
                line.value(),
                from.toEpochMilli(),
                to.toEpochMilli()));
        rows.forEach(row -> sums.put(row.getKey(), row.getValue()));
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
        var rows = readers.read(sql -> sql.all(
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
        return readers.read(sql -> sql.all(LATEST, row -> entry(line, row), line.value(), after, bounded(most)));
    }

    @Override
    public Optional<Entry> entry(LineId line, long id) {
        return readers.read(sql -> sql.first(ONE, row -> entry(line, row), line.value(), id));
    }

    @Override
    public List<Alert> alerts(LineId line, int most) {
        return readers.read(sql -> sql.all(ALERTS, row -> alert(line, row), line.value(), bounded(most)));
    }

    @Override
    public LineRecord line(LineId line) {
        return readers.read(sql -> Records.read(line, sql));
    }

    @Override
    public Spending channel(String channel) {
        return readers.read(sql -> Records.read(channel, sql));
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

    static Entry entry(LineId line, ResultSet row) throws SQLException {
        Optional<Reason> reason = text(row, 5).map(Reason::valueOf);
        Optional<Reply> reply = row.getString(7) == null ? Optional.empty() : Optional.of(reply(row));
        Optional<Held> held = reason.isPresent() ? text(row, 9).map(RecordText::held) : Optional.empty();
        return new Entry(
                row.getLong(1), line, instant(row, 2), fingerprint(row, 3), row.getInt(4), reason, held, reply);
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                Decision.Answer.valueOf(row.getString(6)),
                ReplyState.valueOf(row.getString(7)),
                instant(row, 8),
                text(row, 9));
    }

    private static Alert alert(LineId line, ResultSet row) throws SQLException {
        Optional<org.esquive.message.Fingerprint> sender =
                row.getBytes(4) == null ? Optional.empty() : Optional.of(fingerprint(row, 4));
        AlertKind kind = AlertKind.valueOf(row.getString(3));
        return new Alert(row.getLong(1), line, instant(row, 2), kind, sender, RecordText.facts(row.getString(5)));
    }
}
