package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;
import static org.esquive.ledger.sql.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Figures.Entry;
import org.esquive.ledger.Figures.Held;
import org.esquive.ledger.Figures.Reply;
import org.esquive.ledger.RecordText;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Search;
import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.esquive.policy.Reason;

/// Texts with their decisions, as keepers see them.
///
/// A search walks along the key of the table and looks at each row: an index for each thing that can be asked
/// for would be
/// paid for by every text that comes in.
final class Entries {
    private static final String COLUMNS = "id, at, sender, n, reason, answer, state, due_at, detail";

    static final String ENTRY = "select " + COLUMNS + " from text ";

    private static final String LATEST = ENTRY + "where line_id = ? and id > ? order by id desc limit ?";

    private static final String ONE = ENTRY + "where line_id = ? and id = ?";

    private static final String RANGE = " from text where line_id = ? and id > ? and id < ? order by id ";

    private Entries() {}

    static List<Entry> latest(Sql sql, LineId line, long after, int most) throws SQLException {
        return sql.all(LATEST, row -> entry(line, row), line.value(), after, most);
    }

    static Optional<Entry> one(Sql sql, LineId line, long id) throws SQLException {
        return sql.first(ONE, row -> entry(line, row), line.value(), id);
    }

    /// One more than is wanted is asked for, to know whether there are more.
    static Search.Found find(Sql sql, LineId line, Search search) throws SQLException {
        StringBuilder query = new StringBuilder(query(search));
        List<Object> values = new ArrayList<>(
                List.of(line.value(), search.range().after(), search.range().before()));
        only(search.only(), query, values);
        values.add(search.most() + 1);
        List<Entry> found = sql.all(
                query + " order by id " + order(search) + " limit ?",
                row -> entry(line, row),
                values.toArray(Object[]::new));
        if (found.size() > search.most()) {
            List<Entry> wanted = found.subList(0, search.most());
            return new Search.Found(wanted, Optional.of(wanted.getLast().id()));
        }
        String bound = "select id" + RANGE + order(search) + " limit 1 offset " + (Search.LOOKED_THROUGH - 1);
        Search.Range range = search.range();
        Optional<Long> last = sql.first(bound, row -> row.getLong(1), line.value(), range.after(), range.before());
        return new Search.Found(found, last);
    }

    private static String query(Search search) {
        return "select " + COLUMNS + " from (select " + COLUMNS + RANGE + order(search) + " limit "
                + Search.LOOKED_THROUGH + ") looked_through";
    }

    /// The conditions of a search, with their values: only what is asked for is compared.
    private static void only(Search.Only only, StringBuilder query, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        only.answered().ifPresent(yes -> conditions.add(yes ? "reason is null" : "reason is not null"));
        only.reason().ifPresent(reason -> {
            conditions.add("reason = ?");
            values.add(reason.name());
        });
        only.state().ifPresent(state -> {
            conditions.add("state = ?");
            values.add(state.name());
        });
        only.sender().ifPresent(whose -> {
            conditions.add("sender between ? and ?");
            values.add(whose.first().bytes());
            values.add(whose.last().bytes());
        });
        if (!conditions.isEmpty()) {
            query.append(" where ").append(String.join(" and ", conditions));
        }
    }

    private static String order(Search search) {
        return search.newestFirst() ? "desc" : "asc";
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
}
