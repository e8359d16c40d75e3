package org.esquive.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.esquive.ledger.Figures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.message.LineId;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Spending;
import org.esquive.settings.Line;
import org.jspecify.annotations.Nullable;

/// What the public page knows of each line, asked of the ledger once a minute at the most and beside the request
/// that wants it, so that a flood of the page costs the ledger nothing and waits for nothing.
final class PublicFigures {
    /// Days that are counted together.
    static final int SPAN = 30;

    /// How many days the counts are behind, besides the day that is not over: nobody sees their own text counted.
    static final int LATE = 1;

    private static final Duration FRESH = Duration.ofMinutes(1);

    /// What is older than this is read again before it is shown: it may say that the line is paused until an hour
    /// that has passed.
    private static final Duration USABLE = Duration.ofMinutes(5);

    private final Figures figures;
    private final InstantSource clock;
    private final Executor beside;
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

    /// @param asked whether it is being read again
    private record Kept(Line line, Seen seen, Instant at, AtomicBoolean asked) {
        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(at.plus(age));
        }
    }

    /// @param beside where what is a minute old is read again
    PublicFigures(Figures figures, InstantSource clock, Executor beside) {
        this.figures = figures;
        this.clock = clock;
        this.beside = beside;
    }

    Seen of(Line line) {
        Instant now = clock.instant();
        @Nullable Kept known = kept.get(line.id());
        if (known == null || !known.line().equals(line) || known.isOlderThan(USABLE, now)) {
            return kept.compute(line.id(), (_, old) -> isGood(old, line, now) ? old : read(line, now))
                    .seen();
        }
        if (known.isOlderThan(FRESH, now) && known.asked().compareAndSet(false, true)) {
            beside.execute(() -> kept.put(line.id(), read(line, now)));
        }
        return known.seen();
    }

    /// The last day that is counted, by the clock of the line.
    LocalDate until(Line line) {
        return LocalDate.ofInstant(clock.instant(), line.zone()).minusDays(LATE + 1L);
    }

    private static boolean isGood(@Nullable Kept old, Line line, Instant now) {
        return old != null && old.line().equals(line) && !old.isOlderThan(FRESH, now);
    }

    private Kept read(Line line, Instant now) {
        LocalDate end = until(line).plusDays(1);
        Instant from = end.minusDays(SPAN).atStartOfDay(line.zone()).toInstant();
        return new Kept(line, seen(line, from, end.atStartOfDay(line.zone()).toInstant()), now, new AtomicBoolean());
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
