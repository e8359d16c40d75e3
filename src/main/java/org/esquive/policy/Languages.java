package org.esquive.policy;

import java.util.Optional;
import org.esquive.message.Country;

/// The language most people of a country read. A country of several languages is left to the line.
final class Languages {
    private Languages() {}

    static Optional<String> of(Country country) {
        return switch (country.code()) {
            case "FR", "MC", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF" -> Optional.of("fr");
            case "GB", "IE", "US", "AU", "NZ", "JE", "GG", "IM" -> Optional.of("en");
            case "DE", "AT", "LI" -> Optional.of("de");
            case "ES", "MX", "AR", "CO", "CL", "PE" -> Optional.of("es");
            case "IT", "SM", "VA" -> Optional.of("it");
            case "PT", "BR" -> Optional.of("pt");
            case "NL" -> Optional.of("nl");
            default -> Optional.empty();
        };
    }
}
