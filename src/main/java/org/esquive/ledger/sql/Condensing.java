package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Tally;
import org.esquive.message.LineId;

/// Keeps tallies few, so that pages add up years as quickly as weeks: the hours of a day that is long over
/// become one, in
/// the place of its first hour; and of an hour with senders of very many countries, the most frequent stay and
/// the others
/// are added up.
///
/// @param line whose tallies
/// @param zone where its days begin
public record Condensing(LineId line, ZoneId zone, Database database) {
    /// How far back hours with too many countries are looked for: each run but the first after a pause finds
    /// the last hours.
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private static final String HOURS = "select distinct hour from tally where line_id = ? and hour < ? order by hour";

    private static final String ADD_UP = """
            insert into tally (line_id, hour, name, count)
                select line_id, ?, name, sum(count) from tally
                 where line_id = ? and hour >= ? and hour <= ? group by line_id, name
                on conflict (line_id, hour, name) do update set count = excluded.count""";

    private static final String DROP = "delete from tally where line_id = ? and hour > ? and hour <= ?";

    /// The sign that follows the dot in the order of letters ends the names of countries.
    private static final String NAMES_COUNTRY = " name > 'country.' and name < 'country/' ";

    private static final String CROWDED = "select hour from tally where line_id = ? and hour >= ? and hour < ? and"
            + NAMES_COUNTRY + "group by hour having count(*) > " + (Tally.MOST_COUNTRIES + 1);

    private static final String RARE = "(select name, count from tally where line_id = ? and hour = ? and"
            + NAMES_COUNTRY + "and name <> ? order by count desc, name limit " + Integer.MAX_VALUE + " offset "
            + Tally.MOST_COUNTRIES + ")";

    private static final String ADD_RARE = """
            insert into tally (line_id, hour, name, count)
                select ?, ?, ?, sum(count) from %s rare where true having count(*) > 0
                on conflict (line_id, hour, name) do update set count = tally.count + excluded.count""".formatted(RARE);

    private static final String DROP_RARE =
            "delete from tally where line_id = ? and hour = ? and name in (select name from " + RARE + " rare)";

    /// @return how many rows went
    public int before(Instant now) {
        return days(now.minus(Ledger.HOURS_KEPT)) + countries(now);
    }

    private int days(Instant before) {
        LocalDate first = LocalDate.ofInstant(before, zone);
        long end = first.atStartOfDay(zone).toInstant().toEpochMilli();
        List<Long> hours = database.read(sql -> sql.all(HOURS, row -> row.getLong(1), line.value(), end));
        SortedMap<LocalDate, TreeSet<Long>> days = new TreeMap<>();
        for (long hour : hours) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(hour), zone);
            days.computeIfAbsent(day, _ -> new TreeSet<>()).add(hour);
        }
        int gone = 0;
        for (TreeSet<Long> day : days.values()) {
            if (day.size() > 1) {
                gone += database.write(sql -> addUp(sql, day.first(), day.last()));
            }
        }
        return gone;
    }

    private int addUp(Sql sql, long first, long last) throws SQLException {
        int _ = sql.change(ADD_UP, first, line.value(), first, last);
        return sql.change(DROP, line.value(), first, last) + addUpRare(sql, first);
    }

    /// The hour that is not over keeps all its countries.
    private int countries(Instant now) {
        long from = now.minus(LOOKED_BACK).toEpochMilli();
        long to = now.minus(Duration.ofHours(1)).toEpochMilli();
        List<Long> crowded = database.read(sql -> sql.all(CROWDED, row -> row.getLong(1), line.value(), from, to));
        int gone = 0;
        for (long hour : crowded) {
            gone += database.write(sql -> addUpRare(sql, hour));
        }
        return gone;
    }

    private int addUpRare(Sql sql, long hour) throws SQLException {
        String other = Tally.of(Tally.OTHER_COUNTRY);
        String of = line.value();
        int _ = sql.change(ADD_RARE, of, hour, other, of, hour, other);
        return sql.change(DROP_RARE, of, hour, of, hour, other);
    }
}
