package org.esquive.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What a transaction adds to the tallies of one line, summed up so that each is written once.
public final class Tallies {
    private final Map<Tally, Long> sums = new HashMap<>();

    /// Adds to what is counted in the hour of a moment.
    public void add(String name, Instant at, long count) {
        sums.merge(Tally.of(name, at), count, Long::sum);
    }

    /// A reply went from one state to another: it leaves the count of the one and joins that of the other. A
    /// pending reply is in neither.
    public void move(ReplyStanding from, ReplyState to) {
        if (!from.state().isPending()) {
            add(Tally.of(from.state()), from.at(), -1);
        }
        if (!to.isPending()) {
            add(Tally.of(to), from.at(), 1);
        }
    }

    /// The sums.
    public Map<Tally, Long> sums() {
        return Map.copyOf(sums);
    }
}
