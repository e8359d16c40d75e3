package org.esquive.console.door;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;

/// Moments as a keeper reads them, in the time zone of the first line.
///
/// @param settings what keepers decided, as it is now
public record Moments(Supplier<Settings> settings) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String of(Instant moment) {
        ZoneId zone =
                settings.get().lines().stream().findFirst().map(Line::zone).orElse(ZoneId.of("UTC"));
        return moment.atZone(zone).format(FORMAT);
    }
}
