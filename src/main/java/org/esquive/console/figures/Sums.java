package org.esquive.console.figures;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.console.Window;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Figures.Period;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.Settings;

/// Adds up what an address asks for.
///
/// @param settings what keepers decided, as it is now
/// @param rulebook as it is applied, as it is now
/// @param figures what is counted
/// @param clock what is now
public record Sums(Supplier<Settings> settings, Supplier<Rulebook> rulebook, Figures figures, InstantSource clock) {
    /// What stands for all lines in an address.
    static final String ALL = "all";

    /// The most lines that are added up together: of more, one has to be chosen.
    static final int MOST_LINES = 100;

    /// What was asked for.
    ///
    /// @param lines the lines
    /// @param together whether all of them were asked for
    /// @param window when
    record Asked(List<Line> lines, boolean together, Window window) {

        /// The lines as an address asks for them.
        String line() {
            return together ? ALL : lines.getFirst().id().value();
        }
    }

    /// The spans of a line.
    ///
    /// @param currency in which it pays; empty if its channel has no prices
    record OfLine(Line line, String currency, List<Period> periods) {

        /// What all of them cost.
        long money() {
            return periods.stream().mapToLong(period -> period.totals().money()).sum();
        }
    }

    /// What an address asks for; none before a line is set up. Days are those of the line, or of the first of
    /// all lines.
    Optional<Asked> asked(Map<String, String> parameters) {
        List<Line> lines = settings.get().lines();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String wanted = parameters.getOrDefault("line", "");
        Optional<Line> one =
                lines.stream().filter(line -> line.id().value().equals(wanted)).findFirst();
        boolean together = one.isEmpty() && wanted.equals(ALL) && lines.size() > 1;
        List<Line> chosen =
                together ? lines.subList(0, Math.min(lines.size(), MOST_LINES)) : List.of(one.orElse(lines.getFirst()));
        ZoneId zone = chosen.getFirst().zone();
        Window.Unit unit = Window.Unit.of(parameters.get("by"));
        Window window = Window.asked(parameters.get("at"), unit, zone)
                .orElseGet(() -> Window.around(LocalDate.ofInstant(clock.instant(), zone), unit, zone));
        return Optional.of(new Asked(chosen, together, window));
    }

    /// What is counted of it, a line after the other.
    ///
    /// @throws org.esquive.ledger.LedgerUnavailable if it cannot be read
    List<OfLine> read(Asked asked) {
        return asked.lines().stream()
                .map(line -> new OfLine(
                        line,
                        currency(line),
                        figures.periods(line.id(), asked.window().bounds())))
                .toList();
    }

    /// The spans of some lines together.
    static List<Period> together(List<OfLine> lines) {
        List<Period> sums = new ArrayList<>(lines.getFirst().periods());
        for (OfLine line : lines.subList(1, lines.size())) {
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sums.get(i).plus(line.periods().get(i)));
            }
        }
        return sums;
    }

    private String currency(Line line) {
        return rulebook.get()
                .of(line.id())
                .map(rules -> rules.channel().prices())
                .filter(prices -> !prices.perSegment().isEmpty())
                .map(Prices::currency)
                .orElse("");
    }
}
