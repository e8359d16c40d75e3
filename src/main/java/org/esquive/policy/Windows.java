package org.esquive.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.esquive.settings.Period;

/// The windows of time that a moment lies in, each numbered since 1970.
///
/// @param minute full minutes
/// @param hour full hours
/// @param day days of a calendar
/// @param month months of it
public record Windows(long minute, long hour, long day, long month) {
    /// The windows of 1970, before anything was counted.
    public static final Windows NONE = new Windows(0, 0, 0, 0);

    private static final long MONTHS_TO_1970 = 1970L * 12;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_AN_HOUR = 3_600;

    /// Full minutes since 1970.
    static long minuteOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS_A_MINUTE);
    }

    /// The windows of a moment.
    ///
    /// @param zone whose calendar it is
    public static Windows at(Instant moment, ZoneId zone) {
        long seconds = moment.getEpochSecond();
        LocalDate date = LocalDate.ofInstant(moment, zone);
        return new Windows(
                minuteOf(moment),
                Math.floorDiv(seconds, SECONDS_AN_HOUR),
                date.toEpochDay(),
                date.getYear() * 12L + date.getMonthValue() - 1 - MONTHS_TO_1970);
    }

    /// The number of one of them.
    public long of(Period period) {
        return switch (period) {
            case MINUTE -> minute;
            case HOUR -> hour;
            case DAY -> day;
            case MONTH -> month;
        };
    }

    /// The later of each.
    Windows latest(Windows other) {
        return new Windows(
                Math.max(minute, other.minute),
                Math.max(hour, other.hour),
                Math.max(day, other.day),
                Math.max(month, other.month));
    }

    /// When the window of a moment ends and the next begins.
    static Instant endOf(Period period, Instant moment, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(moment, zone);
        return switch (period) {
            case MINUTE ->
                moment.atZone(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plusMinutes(1)
                        .toInstant();
            case HOUR ->
                moment.atZone(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1)
                        .toInstant();
            case DAY -> date.plusDays(1).atStartOfDay(zone).toInstant();
            case MONTH ->
                date.with(TemporalAdjusters.firstDayOfNextMonth())
                        .atStartOfDay(zone)
                        .toInstant();
        };
    }
}
