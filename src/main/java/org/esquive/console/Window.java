package org.esquive.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A stretch of the calendar of a line, and the spans a chart divides it into: the hours of a day, the days of
/// a month, or the months of two years. A day on which the clocks change has 23 or 25 hours.
///
/// Sums are kept by the full hour of UTC, so in a zone that is half an hour off, a day begins with the hour
/// that begins first in it.
///
/// @param unit the spans
/// @param first the first day
/// @param zone where the days begin
public record Window(Unit unit, LocalDate first, ZoneId zone) {
    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2100;
    private static final int YEARS = 2;
    private static final Duration HOUR = Duration.ofHours(1);

    /// What a span is.
    public enum Unit {
        HOUR,
        DAY,
        MONTH;

        /// The word in an address.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What a word in an address means, days unless it says otherwise.
        public static Unit of(@Nullable String word) {
            return switch (word) {
                case "hour" -> HOUR;
                case "month" -> MONTH;
                case null, default -> DAY;
            };
        }
    }

    /// The window that a day is in.
    public static Window around(LocalDate day, Unit unit, ZoneId zone) {
        LocalDate first = switch (unit) {
            case HOUR -> day;
            case DAY -> day.withDayOfMonth(1);
            case MONTH -> day.withDayOfYear(1).minusYears(YEARS - 1);
        };
        return new Window(unit, first, zone);
    }

    /// The window that an address asks for: `2026-11-03`, `2026-11` or `2026`; none if it asks for nothing that
    /// is.
    public static Optional<Window> asked(@Nullable String at, Unit unit, ZoneId zone) {
        if (at == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = switch (unit) {
                case HOUR -> LocalDate.parse(at);
                case DAY -> YearMonth.parse(at).atDay(1);
                case MONTH -> Year.parse(at).atDay(1);
            };
            return Optional.of(day)
                    .filter(it -> it.getYear() >= FIRST_YEAR && it.getYear() <= LAST_YEAR)
                    .map(it -> around(it, unit, zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// As an address asks for it.
    public String word() {
        return switch (unit) {
            case HOUR -> first.toString();
            case DAY -> YearMonth.from(first).toString();
            case MONTH -> String.valueOf(last().getYear());
        };
    }

    /// The last day.
    public LocalDate last() {
        return after().minusDays(1);
    }

    /// The window before.
    public Window previous() {
        return around(first.minusDays(1), unit, zone);
    }

    /// The window after.
    public Window next() {
        return new Window(unit, after(), zone);
    }

    /// Where each span begins, and where the last one ends.
    public List<Instant> bounds() {
        return switch (unit) {
            case HOUR -> hours();
            case DAY -> days(day -> day.plusDays(1));
            case MONTH -> days(day -> day.plusMonths(1));
        };
    }

    private LocalDate after() {
        return switch (unit) {
            case HOUR -> first.plusDays(1);
            case DAY -> first.plusMonths(1);
            case MONTH -> first.plusYears(YEARS);
        };
    }

    private List<Instant> hours() {
        List<Instant> bounds = new ArrayList<>();
        Instant end = start(after());
        for (Instant hour = start(first); hour.isBefore(end); hour = hour.plus(HOUR)) {
            bounds.add(hour);
        }
        bounds.add(end);
        return bounds;
    }

    private List<Instant> days(UnaryOperator<LocalDate> step) {
        List<Instant> bounds = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(after()); day = step.apply(day)) {
            bounds.add(start(day));
        }
        return bounds;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
