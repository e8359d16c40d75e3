package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Person;
import org.esquive.ledger.Sessions;

/// The browsers that are signed in.
record SqlSessions(Database database) implements Sessions {
    private static final String OPEN =
            "insert into session (key, person, since, seen_at, browser) values (?, ?, ?, ?, ?)";

    private static final String MAKE_ROOM = """
            delete from session where key in
                (select key from session where person = ? order by seen_at desc, key limit 1000000 offset ?)
            """;

    private static final String FIND = """
            select session.key, session.person, session.since, session.seen_at, session.browser, person.role
            from session join person on person.name = session.person where session.key = ?
            """;

    private static final String OF =
            "select key, person, since, seen_at, browser from session where person = ? order by seen_at desc, key";

    private static final String TOUCH = "update session set seen_at = ? where key = ? and seen_at < ?";

    private static final String END = "delete from session where person = ? and key = ?";

    private static final String END_ALL = "delete from session where person = ? and key <> ?";

    private static final String FORGET = "delete from session where seen_at < ? or since < ?";

    @Override
    public void open(Session session) {
        int _ = database.write(sql -> {
            int _ = sql.change(MAKE_ROOM, session.person(), MOST - 1);
            return sql.change(
                    OPEN,
                    session.key(),
                    session.person(),
                    session.since().toEpochMilli(),
                    session.seen().toEpochMilli(),
                    session.browser());
        });
    }

    @Override
    public Optional<Visit> find(String key) {
        return database.read(sql ->
                sql.first(FIND, row -> new Visit(session(row), Person.Role.valueOf(row.getString(6))), key));
    }

    @Override
    public List<Session> of(String person) {
        return database.read(sql -> sql.all(OF, SqlSessions::session, person));
    }

    @Override
    public void touch(String key, Instant seen) {
        int _ = database.write(sql -> sql.change(TOUCH, seen.toEpochMilli(), key, seen.toEpochMilli()));
    }

    @Override
    public boolean end(String person, String key) {
        return database.write(sql -> sql.change(END, person, key)) == 1;
    }

    @Override
    public int endAll(String person, String kept) {
        return database.write(sql -> sql.change(END_ALL, person, kept));
    }

    @Override
    public void forget(Instant seenBefore, Instant begunBefore) {
        int _ = database.write(sql -> sql.change(FORGET, seenBefore.toEpochMilli(), begunBefore.toEpochMilli()));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(row.getString(1), row.getString(2), instant(row, 3), instant(row, 4), row.getString(5));
    }
}
