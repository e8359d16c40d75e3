package org.esquive.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// What a transaction adds to the tallies of one line, summed up so that each is written once.
public final class Tallies {
    private final Map<Tally, Long> sums = new HashMap<>();
    private Instant hour = Instant.MIN;
    private Instant nextHour = Instant.MIN;

    /// Adds to what is counted in the hour of a moment.
    public void add(String name, Instant at, long count) {
        sums.merge(new Tally(hourOf(at), name), count, Long::sum);
    }

    /// Nearly all of a batch is of one hour.
    private Instant hourOf(Instant at) {
        if (at.isBefore(hour) || !at.isBefore(nextHour)) {
            hour = at.truncatedTo(ChronoUnit.HOURS);
            nextHour = hour.plus(1, ChronoUnit.HOURS);
        }
        return hour;
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
