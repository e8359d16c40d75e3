package org.esquive.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.esquive.message.Country;
import org.esquive.settings.Line;

/// Which of several lines a visitor gets: one that answers in their country before one that answers elsewhere, and
/// any that answers before one that does not.
///
/// @param answers whether a line answers now
record Handout(Predicate<Line> answers) {

    /// @return none if there is no line at all
    Optional<Line> pick(List<Line> lines, Visitor visitor) {
        List<Line> open =
                lines.stream().filter(line -> line.status() == Line.Status.OPEN).toList();
        List<Line> answering = open.stream().filter(answers).toList();
        return nearest(answering, visitor)
                .or(() -> nearest(open, visitor))
                .or(() -> lines.stream().min(Comparator.comparing(Line::status)));
    }

    private static Optional<Line> nearest(List<Line> lines, Visitor visitor) {
        return visitor.countries().stream()
                .flatMap(country -> of(country, lines).stream())
                .findFirst()
                .or(() -> lines.stream().findFirst());
    }

    /// A line of a country, else one that answers its people too.
    private static Optional<Line> of(Country country, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.country().equals(country))
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> line.alsoAnswered().contains(country))
                        .findFirst());
    }
}
