package org.esquive.ledger.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.esquive.ledger.sql.Sql;

/// Moves the write-ahead log into the file beside the writer, a little at a time, so that no text waits while
/// thousands of pages are moved. The writer does it only when this cannot keep up, see [Storage].
///
/// It is the passive kind of <https://www.sqlite.org/pragma.html#pragma_wal_checkpoint> (read November 2026), which
/// waits for nobody and holds nobody up. What fails here is tried again, and told by the writer if it is serious.
final class Checkpoints implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(200);

    /// Passes that follow each other at once, to catch up with a writer who goes on.
    private static final int MOST_PASSES = 4;

    private static final String PASS = "pragma wal_checkpoint(passive)";

    private final Renewable connection;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoint").daemon().factory());
    private final Runnable commits;
    private volatile boolean written;

    Checkpoints(Storage storage) {
        this.connection = new Renewable(storage::connectToCheckpoint);
        this.commits = () -> written = true;
        var _ = clock.scheduleWithFixedDelay(this::move, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Says that something was written.
    Runnable afterCommit() {
        return commits;
    }

    private void move() {
        if (!written) {
            return;
        }
        written = false;
        try {
            Sql sql = connection.open();
            boolean all = false;
            for (int pass = 0; pass < MOST_PASSES && !all; pass++) {
                all = sql.first(PASS, row -> row.getInt(2) == row.getInt(3)).orElse(true);
            }
        } catch (SQLException | RuntimeException again) {
            written = true;
            connection.throwAway();
        }
    }

    /// Waits for the pass under way.
    @Override
    public void close() {
        clock.close();
        connection.throwAway();
    }
}
