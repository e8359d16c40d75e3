package org.esquive.console.play;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.esquive.console.Times;
import org.esquive.policy.Reason;
import org.esquive.rehearsal.Figure;
import org.esquive.rehearsal.Figure.Amount;
import org.esquive.rehearsal.Figure.What;
import org.esquive.rehearsal.Protection;

/// A rehearsal as the page shows it.
///
/// @param scenario the end of message keys
/// @param line the keeper's line; empty if none was played
/// @param columns the protections
/// @param rows of the table
/// @param chart the picture
/// @param without what happened to the number without protection
/// @param with what happened under the last protection
/// @param genuine how the people the line is for came off
/// @param neighbours whether numbers beside each other were a sign
/// @param reception whether the costs are with reception
record PlayedView(
        int id,
        String scenario,
        String line,
        List<Protection> columns,
        List<Row> rows,
        Chart chart,
        Fate without,
        Fate with,
        People genuine,
        boolean neighbours,
        boolean reception,
        String texts,
        String senders,
        String at,
        String who,
        String took) {

    /// A row of the table.
    ///
    /// @param what the end of a message key
    /// @param people out of how many, in words
    /// @param reason the end of a message key; empty if it is no silence
    record Row(What what, String people, String reason, List<String> cells) {}

    /// What happened to a number, in words.
    ///
    /// @param innocent people who never texted and were reached; empty if there are none in the story
    /// @param knows how long after its beginning the keeper knew of the attack; empty if they never did
    record Fate(
            Protection protection, String replies, String cost, String most, Optional<People> innocent, String knows) {}

    /// Some of all.
    record People(boolean all, boolean none, String some, String of) {}

    static PlayedView of(Played played, Times times, Locale locale) {
        Spoken spoken = new Spoken(locale, played.order().tariff().currency());
        int last = played.columns().size() - 1;
        return new PlayedView(
                played.id(),
                played.order().scenario(),
                played.order().line(),
                played.columns(),
                played.figures().stream().map(figure -> row(figure, spoken)).toList(),
                Chart.of(played, spoken),
                fate(played, 0, spoken),
                fate(played, last, spoken),
                people(played, What.GENUINE, last, spoken).orElse(new People(true, false, "", "")),
                played.neighbours(),
                played.order().tariff().chargesReception(),
                spoken.number(played.texts()),
                spoken.number(played.senders()),
                times.brief(played.at()),
                played.order().who(),
                Spoken.time(played.took()));
    }

    private static Row row(Figure figure, Spoken spoken) {
        return new Row(
                figure.what(),
                spoken.number(figure.people()),
                figure.reason().map(Reason::name).orElse(""),
                figure.amounts().stream().map(spoken::amount).toList());
    }

    private static Fate fate(Played played, int column, Spoken spoken) {
        What cost = played.figure(What.COST_WITH_RECEPTION).isPresent() ? What.COST_WITH_RECEPTION : What.COST;
        return new Fate(
                played.columns().get(column),
                said(played, What.REPLIES, column, spoken),
                said(played, cost, column, spoken),
                said(played, What.MOST_TO_ONE, column, spoken),
                people(played, What.INNOCENT, column, spoken),
                knows(played, column));
    }

    private static String said(Played played, What what, int column, Spoken spoken) {
        return played.amount(what, column).map(spoken::amount).orElse("");
    }

    private static String knows(Played played, int column) {
        return played.amount(What.KNOWS_AFTER, column)
                .flatMap(amount -> amount instanceof Amount.Wait(var time) ? time : Optional.empty())
                .map(Spoken::time)
                .orElse("");
    }

    private static Optional<People> people(Played played, What what, int column, Spoken spoken) {
        return played.figure(what)
                .filter(figure -> figure.amounts().get(column) instanceof Amount.Count)
                .map(figure -> {
                    long some = ((Amount.Count) figure.amounts().get(column)).number();
                    return new People(
                            some == figure.people(), some == 0, spoken.number(some), spoken.number(figure.people()));
                });
    }
}
