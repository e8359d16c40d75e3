package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Remembers of each condition whether it was said, so that it is said once until it is over, and not before it
/// lasted.
///
/// @param <K> what names a condition
final class Latch<K> {
    private final Duration patience;
    private final Map<K, Instant> since = new HashMap<>();
    private final Set<K> said = new HashSet<>();

    /// What changed.
    enum Change {
        BEGAN,
        ENDED,
        NONE
    }

    /// @param patience how long a condition lasts before it is said
    Latch(Duration patience) {
        this.patience = patience;
    }

    /// A condition that was said before the program started.
    void saidBefore(K condition) {
        boolean _ = said.add(condition);
    }

    /// Whether a condition was said and is not over.
    boolean isSaid(K condition) {
        return said.contains(condition);
    }

    /// Notes whether a condition is so at a moment.
    Change note(K condition, boolean isSo, Instant steady) {
        if (!isSo) {
            since.remove(condition);
            return said.remove(condition) ? Change.ENDED : Change.NONE;
        }
        Instant began = since.computeIfAbsent(condition, _ -> steady);
        boolean lasts = !steady.isBefore(began.plus(patience));
        return lasts && said.add(condition) ? Change.BEGAN : Change.NONE;
    }

    /// Forgets conditions of what is gone.
    void keepOnly(Set<K> known) {
        since.keySet().retainAll(known);
        said.retainAll(known);
    }
}
