package org.esquive.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.message.LineId;

/// What a node does about replies because there are other nodes: twice a second it looks for those that others
/// decided and that can leave here, with one question for all lines that are idle; and it takes its share of each
/// channel's pace.
final class Others implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Ledger ledger;
    private final Lanes lanes;
    private final Supplier<Set<LineId>> idle;
    private final Consumer<LineId> waker;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("others").daemon().factory());

    /// @param idle the lines whose replies could leave here and that know of none
    /// @param waker has a line look at once
    Others(Ledger ledger, Lanes lanes, Supplier<Set<LineId>> idle, Consumer<LineId> waker, InstantSource clock) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.idle = idle;
        this.waker = waker;
        this.clock = clock;
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::turn, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A ledger that cannot be read is told of by the lines that ask it next.
    private void turn() {
        try {
            share();
            Set<LineId> lines = idle.get();
            if (!lines.isEmpty()) {
                ledger.due(lines, clock.instant()).forEach(waker);
            }
        } catch (LedgerUnavailable later) {
            // It is looked again in a moment.
        }
    }

    private void share() {
        int nodes = ledger.nodes().count();
        lanes.all().forEach(lane -> lane.pacer().share(lane.channel().share(nodes), clock.instant()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
