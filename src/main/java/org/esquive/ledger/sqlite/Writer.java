package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.esquive.ledger.sql.Database;
import org.esquive.ledger.sql.Sql;
import org.esquive.ledger.sql.UncheckedSqlException;

/// The one connection that writes. Whoever waits longest is next, so that a flood of texts does not keep replies
/// from being settled. After a failure the connection is thrown away, which rolls back, and the next transaction
/// gets a fresh one: it heals as soon as the disk does.
///
/// A virtual thread whose turn it is may not run for seconds while a flood of requests keeps the processors busy, and
/// everybody would wait for it; so a thread of its own waits and writes in its place.
final class Writer implements AutoCloseable {
    private final Storage storage;
    private final Runnable afterCommit;
    private final Runnable afterFailure;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Renewable connection;
    private final ExecutorService inPlace = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger").daemon().factory());
    private boolean closed;

    /// @param afterCommit told of each commit; must be quick
    /// @param afterFailure told of each failure: what is in memory may not be what is on disk
    Writer(Storage storage, Runnable afterCommit, Runnable afterFailure) {
        this.storage = storage;
        this.connection = new Renewable(storage::connectToWrite);
        this.afterCommit = afterCommit;
        this.afterFailure = afterFailure;
    }

    /// Does some work in one transaction, durable when this returns.
    ///
    /// @throws org.esquive.ledger.LedgerUnavailable if it cannot be written; nothing of it was kept
    <T> T write(Database.Work<T> work) {
        return Thread.currentThread().isVirtual() ? writtenInPlace(work) : written(work);
    }

    /// Whether it was written is known when this returns, also if the caller is interrupted meanwhile.
    private <T> T writtenInPlace(Database.Work<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> written(work), inPlace).join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw failed;
            }
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("the ledger is closed", closed);
        }
    }

    private <T> T written(Database.Work<T> work) {
        turn.lock();
        try {
            Sql sql = connected();
            T result = work.in(sql);
            sql.commit();
            afterCommit.run();
            return result;
        } catch (SQLException failure) {
            throwAway();
            throw storage.trouble().of(failure);
        } catch (UncheckedSqlException failure) {
            throwAway();
            throw storage.trouble().of(failure.failure());
        } catch (RuntimeException | Error failure) {
            throwAway();
            throw failure;
        } finally {
            turn.unlock();
        }
    }

    private Sql connected() throws SQLException {
        if (closed) {
            throw new IllegalStateException("the ledger is closed");
        }
        return connection.open();
    }

    private void throwAway() {
        afterFailure.run();
        connection.throwAway();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            throwAway();
        } finally {
            turn.unlock();
        }
        inPlace.shutdown();
    }
}
