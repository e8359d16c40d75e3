package org.esquive.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as a keeper reads them: the time of day for today, with the date before and after.
///
/// @param clock what is today
/// @param zone where
public record Times(InstantSource clock, ZoneId zone) {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter BRIEF_TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// To the second.
    public String of(Instant instant) {
        return written(instant, TODAY, OTHER_DAY);
    }

    /// To the minute.
    public String brief(Instant instant) {
        return written(instant, BRIEF_TODAY, BRIEF);
    }

    Instant now() {
        return clock.instant();
    }

    private String written(Instant instant, DateTimeFormatter today, DateTimeFormatter otherDay) {
        ZonedDateTime local = instant.atZone(zone);
        boolean isToday = local.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone));
        return local.format(isToday ? today : otherDay);
    }
}
