package org.esquive.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.esquive.lab.Fixtures;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.settings.Line;
import org.junit.jupiter.api.Test;

/// Who comes gets a line that answers, of their own country if there is one.
class HandoutTest {
    private final Line paris = line("paris", "FR");
    private final Line lyon = line("lyon", "FR");
    private final Line berlin = line("berlin", "DE");

    @Test
    void aLineOfOnesCountryComesFirst() {
        assertThat(picked(List.of(paris, berlin), Set.of(), "DE", "FR")).contains(berlin);
        assertThat(picked(List.of(paris, berlin), Set.of(), "IT")).contains(paris);
        assertThat(picked(List.of(), Set.of(), "FR")).isEmpty();
    }

    @Test
    void aLineThatAnswersComesBeforeOneThatDoesNot() {
        assertThat(picked(List.of(paris, lyon, berlin), Set.of(paris), "FR")).contains(lyon);
        assertThat(picked(List.of(paris, berlin), Set.of(paris), "FR")).contains(berlin);
    }

    @Test
    void whereNoneAnswersTheLineOfTheCountrySaysSo() {
        assertThat(picked(List.of(berlin, paris), Set.of(berlin, paris), "FR")).contains(paris);
        Line muted = paris.with(Line.Status.MUTED);
        Line retired = berlin.with(Line.Status.RETIRED);
        assertThat(picked(List.of(retired, muted), Set.of(), "DE")).contains(muted);
    }

    private static Optional<Line> picked(List<Line> lines, Set<Line> silent, String... countries) {
        Visitor visitor = new Visitor(Arrays.stream(countries).map(Country::new).toList());
        return new Handout(line -> !silent.contains(line)).pick(lines, visitor);
    }

    private static Line line(String id, String country) {
        Line demo = Fixtures.demo(200);
        return new Line(
                new LineId(id),
                demo.number(),
                new Country(country),
                Set.of(),
                demo.zone(),
                demo.language(),
                demo.channel(),
                Line.Status.OPEN,
                demo.timing(),
                demo.limits(),
                List.of());
    }
}
