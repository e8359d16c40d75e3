package org.esquive.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.esquive.ledger.Figures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.message.LineId;

/// The counts of each line for the public page, asked of the ledger once a minute at the most, so that a flood of
/// the page costs the ledger nothing.
final class PublicFigures {
    /// How far behind the figures are, so that nobody on the spot sees their own text counted.
    static final Duration LATE = Duration.ofHours(1);

    private static final Duration SPAN = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Figures figures;
    private final InstantSource clock;
    private final Map<LineId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Counts counts, Instant until) {}

    PublicFigures(Figures figures, InstantSource clock) {
        this.figures = figures;
        this.clock = clock;
    }

    Counts of(LineId line) {
        Instant now = clock.instant();
        return kept.compute(line, (_, old) -> old != null && now.isBefore(old.until()) ? old : read(line, now))
                .counts();
    }

    private Kept read(LineId line, Instant now) {
        Instant end = now.minus(LATE).truncatedTo(ChronoUnit.HOURS);
        return new Kept(counts(line, end.minus(SPAN), end), now.plus(FRESH));
    }

    /// The page stands also when the ledger does not.
    private Counts counts(LineId line, Instant from, Instant to) {
        try {
            return Counts.of(figures.totals(line, from, to));
        } catch (LedgerUnavailable _) {
            return Counts.HIDDEN;
        }
    }
}
