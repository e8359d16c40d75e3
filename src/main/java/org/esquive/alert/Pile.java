package org.esquive.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.esquive.ledger.Figures;

/// Alerts of one cause, as one: however many there are, it holds the latest.
///
/// @param first the place of the first in the ledger
/// @param last the place of the latest in the ledger
/// @param since when the first was raised
/// @param latest the latest of them
/// @param count how many
record Pile(long first, long last, Instant since, Figures.Alert latest, long count) {

    static Pile of(long place, Figures.Alert alert) {
        return new Pile(place, place, alert.at(), alert, 1);
    }

    /// The pile with one more on it.
    Pile with(Pile next) {
        return new Pile(first, next.last, since, next.latest, count + next.count);
    }

    /// Alerts that lie side by side and have the same cause become one pile, so that a list of them can be read.
    ///
    /// @param newestFirst alerts, the latest first
    static List<Pile> runs(List<Figures.Alert> newestFirst) {
        List<Pile> runs = new ArrayList<>();
        for (Figures.Alert alert : newestFirst) {
            boolean joins = !runs.isEmpty() && Cause.of(runs.getLast().latest()).equals(Cause.of(alert));
            Pile older = Pile.of(0, alert);
            runs.add(joins ? older.with(runs.removeLast()) : older);
        }
        return runs;
    }
}
