package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The last room on the disk of the ledger. Texts are refused before it is used up, so that the network keeps them,
/// and what must still be written can be: the fate of replies that are on their way, receipts, what keepers do.
///
/// It looks at the disk a few times a second, when a text comes, and heals by itself.
final class Reserve {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final long least;
    private final LongSupplier free;
    private final LongSupplier steady;
    private volatile boolean touched;
    private volatile long lookedAt;

    /// @param least bytes that stay free; 0 for none
    /// @param free bytes that are free now
    /// @param steady nanoseconds that never jump
    Reserve(long least, LongSupplier free, LongSupplier steady) {
        this.least = least;
        this.free = free;
        this.steady = steady;
        this.lookedAt = steady.getAsLong() - BETWEEN_LOOKS.toNanos();
    }

    /// That of a folder's disk. A disk that does not say how much is free is taken for empty.
    static Reserve of(Path folder, long least) {
        return new Reserve(least, () -> freeIn(folder), System::nanoTime);
    }

    private static long freeIn(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /// Whether there is no more than the reserve, so that texts must wait.
    boolean isTouched() {
        long now = steady.getAsLong();
        if (least > 0 && now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
            lookedAt = now;
            touched = free.getAsLong() < least;
        }
        return touched;
    }

    /// Why texts are refused, if they are: one sentence for a keeper.
    Optional<String> trouble() {
        return isTouched()
                ? Optional.of(
                        "The disk that holds the ledger is nearly full: texts wait at the network. Free some space,"
                                + " and they are taken again.")
                : Optional.empty();
    }
}
