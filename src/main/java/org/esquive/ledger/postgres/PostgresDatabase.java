package org.esquive.ledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Database;
import org.esquive.ledger.sql.Order;
import org.esquive.ledger.sql.Sql;
import org.esquive.ledger.sql.UncheckedSqlException;

/// The database of several nodes, with its transactions. One that collides with another, or whose connection breaks
/// before its commit, is done again, a few times; one whose connection breaks during its commit is told as
/// [CommitUnknown] to whoever can find out, and as unavailable to everybody else.
final class PostgresDatabase implements Database, Order, AutoCloseable {
    private static final int MOST_TRIES = 5;
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private static final String LAST = """
            select coalesce(last_value, 0) from pg_sequences
             where schemaname = any(current_schemas(false)) and sequencename = ?""";

    private static final String SLOW = """
            select 1 from pg_stat_activity
             where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
               and xact_start < clock_timestamp() - interval '1 second' limit 1""";

    private static final String NOTE = "insert into reply_news_wanted (wanted) values (true) on conflict do nothing";

    /// For how long readers are told at once that the database cannot be reached, after one has waited for it: a page
    /// reads several times.
    private static final long AWAY = TimeUnit.SECONDS.toNanos(2);

    private final Pools pools;
    private volatile Optional<Absence> absence = Optional.empty();

    /// The database could not be reached.
    ///
    /// @param until when that may have changed, by [System#nanoTime()]
    private record Absence(SQLException failure, long until) {
        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    PostgresDatabase(Pools pools) {
        this.pools = pools;
    }

    @Override
    public <T> T write(Work<T> work) {
        try {
            return tried(work);
        } catch (SQLException failure) {
            throw Trouble.of(failure);
        }
    }

    /// The same for whoever can tell what became of it.
    ///
    /// @throws CommitUnknown if nobody knows whether it is kept
    <T> T tried(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (CommitUnknown unknown) {
                throw unknown;
            } catch (SQLException failure) {
                if (tries == MOST_TRIES || !isWorthAnotherTry(failure)) {
                    throw failure;
                }
                pause(tries);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        Connection connection = pools.toWrite();
        try (connection) {
            Sql sql = new Sql(connection);
            T result = work.in(sql);
            commit(sql);
            return result;
        } catch (UncheckedSqlException wrapped) {
            throw given(connection, wrapped.failure());
        } catch (SQLException failure) {
            throw given(connection, failure);
        }
    }

    private static void commit(Sql sql) throws SQLException {
        try {
            sql.commit();
        } catch (SQLException failure) {
            throw Trouble.isOfConnection(failure) ? new CommitUnknown(failure) : failure;
        }
    }

    private SQLException given(Connection connection, SQLException failure) {
        if (Trouble.isOfConnection(failure)) {
            pools.throwAway(connection);
        }
        return failure;
    }

    /// A pool that has no connection to give has waited long enough.
    private static boolean isWorthAnotherTry(SQLException failure) {
        boolean broken = Trouble.isOfConnection(failure) && !(failure instanceof SQLTransientConnectionException);
        return Trouble.isCollision(failure) || broken;
    }

    private static void pause(int tries) {
        long most = SHORTEST_PAUSE << tries;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, most));
    }

    @Override
    public <T> T read(Work<T> work) {
        Optional<Absence> away = absence.filter(Absence::isFresh);
        if (away.isPresent()) {
            throw Trouble.of(away.get().failure());
        }
        try {
            return readOnce(work);
        } catch (SQLException failure) {
            if (!isWorthAnotherTry(failure)) {
                throw told(failure);
            }
            return readAgain(work);
        }
    }

    private <T> T readAgain(Work<T> work) {
        try {
            return readOnce(work);
        } catch (SQLException failure) {
            throw told(failure);
        }
    }

    /// A pool whose connections are all in use says nothing of the server.
    private LedgerUnavailable told(SQLException failure) {
        boolean noneMade = failure instanceof SQLTransientConnectionException
                && !Trouble.state(failure).isEmpty();
        if (noneMade) {
            absence = Optional.of(new Absence(failure, System.nanoTime() + AWAY));
        }
        return Trouble.of(failure);
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        Connection connection = pools.toRead();
        try (connection) {
            return work.in(new Sql(connection));
        } catch (UncheckedSqlException wrapped) {
            throw given(connection, wrapped.failure());
        } catch (SQLException failure) {
            throw given(connection, failure);
        }
    }

    @Override
    public Order order() {
        return this;
    }

    @Override
    public long last(Sql sql, String table) throws SQLException {
        return sql.first(LAST, row -> row.getLong(1), table + "_place_seq").orElse(0L);
    }

    @Override
    public boolean areCommitsQuick() {
        return !read(sql -> sql.any(SLOW));
    }

    @Override
    public void noteReplies(boolean wanted) {
        int _ = write(sql -> wanted
                ? sql.change(NOTE)
                : sql.change("delete from reply_news_wanted") + sql.change("delete from reply_news"));
    }

    @Override
    public void close() {
        pools.close();
    }
}
