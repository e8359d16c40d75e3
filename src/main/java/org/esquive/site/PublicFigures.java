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
import org.esquive.policy.LineRecord;
import org.esquive.policy.Spending;
import org.esquive.settings.Line;

/// What the public page knows of each line, asked of the ledger once a minute at the most, so that a flood of the page
/// costs the ledger nothing.
final class PublicFigures {
    /// How far behind the counts are, so that nobody on the spot sees their own text counted.
    static final Duration LATE = Duration.ofHours(1);

    private static final Duration SPAN = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Figures figures;
    private final InstantSource clock;
    private final Map<LineId, Kept> kept = new ConcurrentHashMap<>();

    /// What was read of the ledger.
    ///
    /// @param counts what was counted
    /// @param record what is remembered of the line
    /// @param channel what all lines of its channel said
    record Seen(Counts counts, LineRecord record, Spending channel) {
        /// The page stands also when the ledger does not.
        static final Seen NOTHING = new Seen(Counts.HIDDEN, LineRecord.NEW, Spending.NONE);
    }

    private record Kept(Seen seen, Instant until) {}

    PublicFigures(Figures figures, InstantSource clock) {
        this.figures = figures;
        this.clock = clock;
    }

    Seen of(Line line) {
        Instant now = clock.instant();
        return kept.compute(line.id(), (_, old) -> old != null && now.isBefore(old.until()) ? old : read(line, now))
                .seen();
    }

    private Kept read(Line line, Instant now) {
        Instant end = now.minus(LATE).truncatedTo(ChronoUnit.HOURS);
        return new Kept(seen(line, end.minus(SPAN), end), now.plus(FRESH));
    }

    private Seen seen(Line line, Instant from, Instant to) {
        try {
            return new Seen(
                    Counts.of(figures.totals(line.id(), from, to)),
                    figures.line(line.id()),
                    figures.channel(line.channel()));
        } catch (LedgerUnavailable _) {
            return Seen.NOTHING;
        }
    }
}
