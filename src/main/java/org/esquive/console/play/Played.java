package org.esquive.console.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.rehearsal.Figure;
import org.esquive.rehearsal.Protection;
import org.esquive.rehearsal.RehearsalTable;
import org.esquive.rehearsal.Stretch;

/// What came of a rehearsal: its figures, without the thousands of texts they come from.
///
/// @param id rises with each
/// @param order what was asked for
/// @param texts texts of the story
/// @param senders numbers that they come from
/// @param attack when the attack begins, if there is one
/// @param neighbours whether numbers beside each other were a sign
/// @param figures the rows of the table
/// @param stretches the picture
/// @param at when it was done
/// @param took how long it took
record Played(
        int id,
        Order order,
        int texts,
        long senders,
        Optional<Instant> attack,
        boolean neighbours,
        List<Figure> figures,
        List<Stretch> stretches,
        Instant at,
        Duration took) {

    static Played of(int id, Order order, RehearsalTable table, Done done) {
        return new Played(
                id,
                order,
                table.scenario().texts().size(),
                table.scenario().senders(),
                table.scenario().attack(),
                table.scenario().looksAtNeighbours(),
                table.figures(),
                table.stretches(),
                done.at(),
                done.took());
    }

    /// When it was done, and how long it took.
    record Done(Instant at, Duration took) {}

    List<Protection> columns() {
        return order.columns();
    }

    /// What a figure came to in a column, if there is such a figure.
    Optional<Figure.Amount> amount(Figure.What what, int column) {
        return figure(what).map(figure -> figure.amounts().get(column));
    }

    Optional<Figure> figure(Figure.What what) {
        return figures.stream().filter(figure -> figure.what() == what).findFirst();
    }
}
