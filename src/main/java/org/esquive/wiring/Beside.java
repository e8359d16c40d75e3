package org.esquive.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Nodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a node does because there are others: it takes over, every second, the settings that another node or a
/// command wrote; and it ends once another process has its number. A node that is alone does nothing of it.
final class Beside implements AutoCloseable {
    /// The exit status of a process that was displaced: not 0, so that a service manager starts it again.
    static final int DISPLACED = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
    private static final long BEAT_MILLIS = 1_000;

    private final IntSupplier refresh;
    private final Nodes nodes;
    private final IntConsumer exit;
    private final AtomicBoolean displaced = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beside").daemon().factory());
    private String told = "";

    /// @param refresh takes over the settings that somebody else wrote
    /// @param exit ends the process with a status
    Beside(IntSupplier refresh, Nodes nodes, IntConsumer exit) {
        this.refresh = refresh;
        this.nodes = nodes;
        this.exit = exit;
    }

    void open() {
        nodes.onDisplaced(this::end);
        if (nodes.areSeveral()) {
            var _ = thread.scheduleWithFixedDelay(this::catchUp, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Settings that cannot be used are told of once; those in force stay.
    private void catchUp() {
        try {
            int _ = refresh.getAsInt();
            told = "";
        } catch (LedgerUnavailable later) {
            // Whoever takes texts has told of it.
        } catch (RuntimeException unusable) {
            String cause = String.valueOf(unusable.getMessage());
            if (!cause.equals(told)) {
                LOG.error("event=settings-not-taken-over cause=\"{}\"", cause);
            }
            told = cause;
        }
    }

    private void end() {
        if (!displaced.getAndSet(true)) {
            LOG.error(
                    "event=node-displaced node={} cause=\"This process was stopped for an hour and another one has its"
                            + " number: it ends, and may be started again.\"",
                    nodes.number());
            Thread _ = Thread.ofPlatform().name("displaced").start(() -> exit.accept(DISPLACED));
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
