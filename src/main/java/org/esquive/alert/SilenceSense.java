package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.LineId;
import org.esquive.settings.Line;

/// Sees that nothing came in for unusually long: a SIM that was blocked says nothing, it is only silent. Texts of
/// people come independently of each other (Poisson), so that of `n` expected none comes with a chance of `e^-n`.
final class SilenceSense implements Sense {
    /// Shorter silences are never said.
    static final Duration SHORTEST = Duration.ofMinutes(90);

    /// A line with fewer texts in two weeks has no usual pace.
    static final int LEAST = 20;

    /// So many are expected where none comes less than once in a thousand times: the logarithm of a thousand.
    private static final double EXPECTED = Math.log(1_000);

    private static final Duration LONGEST = Duration.ofDays(Pace.DAYS);

    private final Figures figures;
    private final Instant started;
    private final Latch<LineId> silent = new Latch<>(Duration.ZERO);
    private final Map<LineId, Pace> paces = new HashMap<>();
    private Instant hour = Instant.EPOCH;

    /// @param started what did not run did not hear
    SilenceSense(Figures figures, Instant started) {
        this.figures = figures;
        this.started = started;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        renewPaces(glance.now());
        List<Sighting> sightings = new ArrayList<>();
        for (Line line : glance.settings().lines()) {
            Instant since = silentSince(line.id(), glance.now());
            Pace pace = paces.computeIfAbsent(line.id(), id -> pace(id, glance.now()));
            boolean unusual = pace.texts() >= LEAST
                    && !glance.now().isBefore(since.plus(SHORTEST))
                    && pace.expected(since, glance.now()) > EXPECTED;
            if (silent.note(line.id(), unusual, glance.steady()) == Latch.Change.BEGAN) {
                sightings.add(new Sighting(line.id(), AlertKind.NO_INBOUND, facts(since, glance.now(), pace)));
            }
        }
        return sightings;
    }

    private void renewPaces(Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        if (!current.equals(hour)) {
            paces.clear();
            hour = current;
        }
    }

    private Instant silentSince(LineId line, Instant now) {
        Instant last = figures.latest(line, 0, 1).stream()
                .map(Figures.Entry::at)
                .findFirst()
                .orElse(Instant.MIN);
        Instant since = last.isAfter(started) ? last : started;
        Instant earliest = now.minus(LONGEST);
        return since.isAfter(earliest) ? since : earliest;
    }

    private Pace pace(LineId line, Instant now) {
        return Pace.of(figures.textsByHour(line, now.minus(LONGEST), now));
    }

    private static Map<String, String> facts(Instant since, Instant now, Pace pace) {
        return Map.of(
                "hours", String.valueOf(Duration.between(since, now).toHours()),
                "perday", String.valueOf(Math.round(pace.aDay())));
    }
}
