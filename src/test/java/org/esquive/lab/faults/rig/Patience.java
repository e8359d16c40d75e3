package org.esquive.lab.faults.rig;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something, and never for ever.
public final class Patience {
    private static final Duration USUAL = Duration.ofMinutes(3);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);

    private Patience() {}

    /// Waits for a condition, for three minutes at most.
    ///
    /// @return how long it took
    /// @throws IllegalStateException if it did not come true
    public static Duration waitFor(String what, BooleanSupplier condition) {
        long began = System.nanoTime();
        if (!comes(USUAL, condition)) {
            throw new IllegalStateException("waited in vain for " + what);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Whether a condition comes true in time.
    public static boolean comes(Duration within, BooleanSupplier condition) {
        long until = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK);
        }
        return true;
    }

    /// Lets some time pass, as a fault that lasts so long.
    public static void pass(Duration time) {
        boolean _ = comes(time, () -> false);
    }
}
