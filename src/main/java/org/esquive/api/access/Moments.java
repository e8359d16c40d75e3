package org.esquive.api.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;

/// Moments as a keeper reads them, by the clock of the first line.
///
/// @param zone where
record Moments(ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    static Moments of(Settings settings) {
        return new Moments(settings.lines().stream().findFirst().map(Line::zone).orElse(ZoneId.of("UTC")));
    }

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    String second(Instant moment) {
        return SECOND.format(moment.atZone(zone));
    }

    /// Empty if there is none.
    String minute(Optional<Instant> moment) {
        return moment.map(this::minute).orElse("");
    }
}
