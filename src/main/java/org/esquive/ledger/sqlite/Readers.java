package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Database;
import org.esquive.ledger.sql.Sql;

/// A few connections that read beside the writer, each seeing the last commit. They are opened when first needed.
final class Readers implements AutoCloseable {
    /// How many may read at once.
    static final int MOST = 4;

    /// How long a page waits for its turn before it is told to come again.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Storage storage;
    private final Semaphore turns = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<Sql> idle = new ConcurrentLinkedDeque<>();

    Readers(Storage storage) {
        this.storage = storage;
    }

    /// Reads something.
    ///
    /// @throws LedgerUnavailable if it cannot be read, or too many read at once
    <T> T read(Database.Work<T> work) {
        await();
        try {
            return readInTurn(work);
        } catch (SQLException failure) {
            throw storage.trouble().of(failure);
        } finally {
            turns.release();
        }
    }

    private <T> T readInTurn(Database.Work<T> work) throws SQLException {
        Sql pooled = idle.pollFirst();
        Sql sql = pooled == null ? new Sql(storage.connectToRead()) : pooled;
        boolean whole = false;
        try {
            T result = work.in(sql);
            whole = true;
            return result;
        } finally {
            if (whole) {
                idle.addFirst(sql);
            } else {
                Storage.closeQuietly(sql);
            }
        }
    }

    private void await() {
        try {
            if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            throw storage.trouble()
                    .of("Too many pages ask the ledger at once: try again.", new IllegalStateException());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw storage.trouble().of("The wait for the ledger was interrupted: try again.", interrupted);
        }
    }

    /// Waits for those who read and closes their connections.
    @Override
    public void close() {
        turns.acquireUninterruptibly(MOST);
        for (Sql sql = idle.pollFirst(); sql != null; sql = idle.pollFirst()) {
            Storage.closeQuietly(sql);
        }
    }
}
