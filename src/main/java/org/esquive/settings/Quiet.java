package org.esquive.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Hours of the night in which no ordinary reply leaves; what falls into them waits for their end.
///
/// @param from when they begin, by the clock of the line
/// @param to when they end, on the same day or the next; not the same time
public record Quiet(LocalTime from, LocalTime to) {

    /// @throws IllegalArgumentException if they never begin
    public Quiet {
        if (from.equals(to)) {
            throw new IllegalArgumentException("expected quiet hours that begin and end at different times");
        }
    }

    /// A moment, or the end of the quiet hours that it lies in. On the night when clocks go forward an end that does
    /// not exist is an hour later.
    public Instant endFor(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return moment;
        }
        ZonedDateTime end = local.toLocalDate().atTime(to).atZone(zone);
        return (end.isAfter(local)
                        ? end
                        : local.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
