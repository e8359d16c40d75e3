package org.esquive.channel.android;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks the phone how it is, again and again, on a thread of its own: every minute while it answers, and after a
/// failure soon, then ever more rarely.
final class Heartbeat implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMinutes(1);
    static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private final Beat beat;
    private Duration retry = FIRST_RETRY;
    private @Nullable Thread thread;

    /// One question.
    interface Beat {
        /// @return whether the phone answered well
        boolean ask() throws InterruptedException;
    }

    Heartbeat(Beat beat) {
        this.beat = beat;
    }

    synchronized void start() {
        thread = Thread.ofVirtual().name("android-heartbeat").start(this::run);
    }

    /// How long to wait before the next question.
    ///
    /// @param well whether the last one was answered well
    Duration next(boolean well) {
        if (well) {
            retry = FIRST_RETRY;
            return PERIOD;
        }
        Duration wait = retry;
        Duration doubled = retry.multipliedBy(2);
        retry = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
        return wait;
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(next(beat.ask()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
