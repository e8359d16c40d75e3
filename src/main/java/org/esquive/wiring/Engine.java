package org.esquive.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.message.LineId;
import org.esquive.settings.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Starts and stops the parts in the one right order: sending begins before texts come in; on the way out
/// channels close first, then what came in is committed, then what is on its way is settled. The ledger closes
/// after all of it.
final class Engine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /// How often what is to be forgotten is forgotten.
    private static final Duration FORGETTING = Duration.ofHours(1);

    /// Of several nodes one does what is done for all.
    private static final String CHORES = "chores";

    private final Parts parts;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("background").daemon().factory());
    private final ScheduledExecutorService chores = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("chores").daemon().factory());
    private volatile boolean running;

    /// The parts of the engine.
    record Parts(
            Ledger ledger,
            SettingsDesk desk,
            Intake intake,
            Channels channels,
            Dispatcher dispatcher,
            InstantSource clock) {}

    Engine(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void start() {
        int unknown = parts.dispatcher().start(lines());
        if (unknown > 0) {
            LOG.warn("event=replies-unknown count={} cause=crash", unknown);
        }
        parts.intake().expressBy(parts.dispatcher());
        parts.intake().afterCommit(this::wake);
        parts.desk().onChange(_ -> background.execute(this::adopt));
        adopt();
        boolean _ = parts.ledger().nodes().holds(CHORES);
        var _ = chores.scheduleWithFixedDelay(
                this::forget, FORGETTING.toMinutes(), FORGETTING.toMinutes(), TimeUnit.MINUTES);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        background.shutdown();
        chores.shutdown();
        parts.channels().close();
        parts.intake().close();
        parts.dispatcher().close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server starts, and after it has stopped.
    @Override
    public int getPhase() {
        return 0;
    }

    /// Replies that were due while their line had no channel leave at once.
    private synchronized void adopt() {
        parts.channels().serve(parts.desk().current());
        parts.dispatcher().serve(lines());
        lines().forEach(parts.dispatcher()::wake);
    }

    private void wake(List<Outcome> outcomes) {
        Set<LineId> lines = new HashSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Decided decided && decided.waits()) {
                lines.add(decided.text().line());
            }
        }
        lines.forEach(parts.dispatcher()::wake);
    }

    private void forget() {
        if (!parts.ledger().nodes().holds(CHORES)) {
            return;
        }
        for (Line line : parts.desk().current().lines()) {
            try {
                int gone = parts.ledger().forget(line, parts.clock().instant());
                LOG.info("event=forgotten line={} rows={}", line.id(), gone);
            } catch (LedgerUnavailable failure) {
                LOG.error("event=not-forgotten line={} cause=\"{}\"", line.id(), failure.getMessage());
            }
        }
    }

    private Set<LineId> lines() {
        return parts.desk().current().lines().stream().map(Line::id).collect(Collectors.toUnmodifiableSet());
    }
}
