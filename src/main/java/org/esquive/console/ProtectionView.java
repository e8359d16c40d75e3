package org.esquive.console;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.policy.Flood;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Rates;
import org.esquive.policy.Rules;
import org.esquive.policy.Spending;

/// What protects a line, and whether it does now.
///
/// @param holds what holds it, strongest first
/// @param budgets how much of its limits is used up, the line's before the channel's
/// @param flood what comes in
record ProtectionView(List<HoldView> holds, List<BudgetView> budgets, FloodView flood) {

    /// What comes in, beside what is too much.
    ///
    /// @param state the end of a message key: `calm`, `noticed` or `on`
    /// @param since when it began, if it is not calm; else empty
    /// @param texts texts within the last minute
    /// @param people different people within the last minute
    /// @param newcomers those of them who never texted before
    record FloodView(String state, String since, long texts, long people, long newcomers) {

        static FloodView of(Flood flood, Instant now, Times times) {
            Rates rates = flood.rates().at(now);
            String state = flood.stops(now) ? "on" : flood.isOn(now) ? "noticed" : "calm";
            return new FloodView(
                    state,
                    flood.isOn(now) ? times.brief(flood.since()) : "",
                    Math.round(rates.textsAt(now)),
                    Math.round(rates.peopleAt(now)),
                    Math.round(rates.newcomersAt(now)));
        }
    }

    /// Whether somebody is not answered now.
    public boolean paused() {
        return holds.stream().anyMatch(HoldView::pauses);
    }

    /// What protects a line now.
    ///
    /// @param record what is remembered of the line
    /// @param spent what all lines of its channel said
    static ProtectionView of(Rules rules, LineRecord record, Spending spent, View view) {
        Instant now = view.times().now();
        Stream<BudgetView> budgets = Stream.of(
                        rules.budget(record.spending()), rules.channel().budget(spent))
                .flatMap(budget -> BudgetView.of(budget, now, view.writing()).stream());
        return new ProtectionView(
                rules.holds(record, spent, now).stream()
                        .map(hold -> HoldView.of(hold, view.times()))
                        .toList(),
                budgets.toList(),
                FloodView.of(record.flood(), now, view.times()));
    }

    /// How moments and amounts are written.
    record View(Times times, BudgetView.Writing writing) {}
}
