package org.esquive.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks, twice a second, for what commands left in the data folder for the program that runs.
final class Requests implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final List<Runnable> looks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("requests").daemon().factory());

    /// @param looks each looks for one kind of request, fulfils it, and does not throw
    Requests(List<Runnable> looks) {
        this.looks = looks;
    }

    void open() {
        var _ = thread.scheduleWithFixedDelay(
                () -> looks.forEach(Runnable::run), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
