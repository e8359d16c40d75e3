package org.esquive.console.change;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Things that are kept in memory for a keeper between two pages, for an hour: secrets that were typed and must not be
/// sent back to the browser, and the first steps. When it is full the oldest make room. Safe for many threads.
///
/// @param <T> what is kept
final class Shelf<T> {
    /// How long something is kept after it was last put there.
    static final Duration KEPT = Duration.ofHours(1);

    /// Most things on a shelf.
    static final int MOST = 200;

    private final InstantSource clock;
    private final Map<Place, Thing<T>> things = new LinkedHashMap<>();

    /// Whose, and under which name.
    private record Place(String owner, String name) {}

    private record Thing<T>(T what, Instant until) {}

    Shelf(InstantSource clock) {
        this.clock = clock;
    }

    /// Keeps something, instead of what was there.
    synchronized void put(String owner, String name, T what) {
        Place place = new Place(owner, name);
        things.remove(place);
        things.put(place, new Thing<>(what, clock.instant().plus(KEPT)));
        forget();
    }

    /// What is kept there, if anything is.
    synchronized Optional<T> get(String owner, String name) {
        forget();
        return Optional.ofNullable(things.get(new Place(owner, name))).map(Thing::what);
    }

    /// Keeps it no longer.
    synchronized void remove(String owner, String name) {
        things.remove(new Place(owner, name));
    }

    private void forget() {
        Instant now = clock.instant();
        Iterator<Thing<T>> oldestFirst = things.values().iterator();
        int tooMany = things.size() - MOST;
        while (oldestFirst.hasNext()) {
            Thing<T> thing = oldestFirst.next();
            if (tooMany <= 0 && thing.until().isAfter(now)) {
                return;
            }
            oldestFirst.remove();
            tooMany--;
        }
    }
}
