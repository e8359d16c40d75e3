package org.esquive.settings.yaml;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.esquive.message.Country;

/// The time zone that nearly everybody of a country lives in. A country of several, or one that is not listed,
/// has none.
final class Zones {
    /// What holds where nothing else says better.
    static final ZoneId OTHERWISE = ZoneId.of("UTC");

    private Zones() {}

    /// The zone of that name in the IANA database, if there is one.
    static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The usual zone of a country.
    static ZoneId of(Country country) {
        return switch (country.code()) {
            case "FR", "MC" -> ZoneId.of("Europe/Paris");
            case "BE" -> ZoneId.of("Europe/Brussels");
            case "CH", "LI" -> ZoneId.of("Europe/Zurich");
            case "LU" -> ZoneId.of("Europe/Luxembourg");
            case "DE" -> ZoneId.of("Europe/Berlin");
            case "AT" -> ZoneId.of("Europe/Vienna");
            case "NL" -> ZoneId.of("Europe/Amsterdam");
            case "GB" -> ZoneId.of("Europe/London");
            case "IE" -> ZoneId.of("Europe/Dublin");
            case "ES" -> ZoneId.of("Europe/Madrid");
            case "PT" -> ZoneId.of("Europe/Lisbon");
            case "IT", "SM", "VA" -> ZoneId.of("Europe/Rome");
            default -> OTHERWISE;
        };
    }
}
