package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LongText;

/// Finds the contents of recent texts by walking back from the end of each line, so that they need no index.
public final class RecentTexts {
    /// The lines that have texts: one step a line, however many texts.
    private static final String LINES = """
            with recursive lines (line_id) as (
                select min(line_id) from text
                union all
                select (select min(text.line_id) from text where text.line_id > lines.line_id)
                  from lines where lines.line_id is not null)
            select line_id from lines where line_id is not null""";

    private static final String TEXTS = """
            select content, at from
                   (select id, content, at from text where line_id = ? and id >= ? order by id desc limit ?)
             where content is not null and at >= ?""";

    private static final String LONG_TEXTS = "select last_at, pieces from long_text where line_id = ? and last_at >= ?";

    private RecentTexts() {}

    /// @return the oldest first
    public static List<Ledger.Recent> since(Sql sql, Instant moment, int most) throws SQLException {
        List<Ledger.Recent> found = new ArrayList<>();
        for (String line : lines(sql)) {
            found.addAll(sql.all(
                    TEXTS,
                    row -> new Ledger.Recent(fingerprint(row, 1), instant(row, 2)),
                    line,
                    Ids.firstAt(moment),
                    most,
                    moment.toEpochMilli()));
            sql.all(LONG_TEXTS, row -> pieces(instant(row, 1), row.getBytes(2)), line, moment.toEpochMilli())
                    .forEach(found::addAll);
        }
        found.sort(Comparator.comparing(Ledger.Recent::at));
        return found.subList(Math.max(0, found.size() - most), found.size());
    }

    /// The lines that have texts.
    public static List<String> lines(Sql sql) throws SQLException {
        return sql.all(LINES, row -> row.getString(1));
    }

    private static List<Ledger.Recent> pieces(Instant at, byte[] column) {
        return Pieces.of(column).stream()
                .map(LongText.Piece::identity)
                .flatMap(Optional::stream)
                .map(content -> new Ledger.Recent(content, at))
                .toList();
    }
}
