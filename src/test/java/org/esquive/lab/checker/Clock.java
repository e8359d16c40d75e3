package org.esquive.lab.checker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/// The time by which senders are forgotten: that of the records, moved by the jumps of the wall clock that count.
/// A jump of more than an hour is not believed before another 24 hours of running time.
final class Clock {
    private static final long BELIEVED_AT_ONCE_MS = Duration.ofHours(1).toMillis();
    private static final long DOUBT_MS = Duration.ofHours(24).toMillis();

    private record Jump(long countsFromMs, long byMs) {}

    private final Queue<Jump> doubted = new ArrayDeque<>();
    private long offsetMs;

    void jump(long nanos, long byMs) {
        if (Math.abs(byMs) <= BELIEVED_AT_ONCE_MS) {
            offsetMs += byMs;
        } else {
            doubted.add(new Jump(nanos / 1_000_000 + DOUBT_MS, byMs));
        }
    }

    /// Milliseconds since the start, jumps included.
    long at(long nanos) {
        long ms = nanos / 1_000_000;
        for (Jump next = doubted.peek(); next != null && next.countsFromMs <= ms; next = doubted.peek()) {
            offsetMs += next.byMs;
            var _ = doubted.remove();
        }
        return ms + offsetMs;
    }
}
