package org.esquive.lab.smsc;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/// Durations in classes of at most 1.6 % width, so that millions take 30 kB and any share of them is known.
public final class Latencies {
    private static final int FINE_BITS = 6;
    private static final int FINE = 1 << FINE_BITS;
    private static final int CLASSES = FINE * (Long.SIZE - FINE_BITS);

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    /// Adds one; a negative one counts as none.
    public void record(long nanos) {
        counts.incrementAndGet(classOf(Math.max(0, nanos)));
    }

    public long count() {
        long sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /// The duration that a share of all do not exceed, in milliseconds; 0 if there are none.
    ///
    /// @param share 0 to 1: 0.99 for p99, 1 for the longest
    public double millis(double share) {
        long wanted = Math.max(1, (long) Math.ceil(count() * share));
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return ceiling(i) / 1e6;
            }
        }
        return 0;
    }

    private static int classOf(long nanos) {
        if (nanos < FINE) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - FINE_BITS + 1;
        return Math.min(CLASSES - 1, shift * (FINE / 2) + (int) (nanos >>> shift));
    }

    private static double ceiling(int index) {
        if (index < FINE) {
            return index;
        }
        int shift = (index - FINE / 2) / (FINE / 2);
        long base = index - (long) shift * (FINE / 2);
        return Math.scalb((double) (base + 1), shift) - 1;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f p99 %.2f p99.9 %.2f max %.2f ms",
                millis(0.5),
                millis(0.99),
                millis(0.999),
                millis(1));
    }
}
