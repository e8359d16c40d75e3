package org.esquive.policy;

import java.util.Optional;
import org.esquive.message.Country;

/// The language most people of a country read, for countries that have no profile. A country of several languages
/// is left to the line.
final class Languages {
    private Languages() {}

    static Optional<String> of(Country country) {
        return switch (country.code()) {
            case "MC", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF" -> Optional.of("fr");
            case "AU", "NZ", "JE", "GG", "IM" -> Optional.of("en");
            case "LI" -> Optional.of("de");
            case "MX", "AR", "CO", "CL", "PE" -> Optional.of("es");
            case "SM", "VA" -> Optional.of("it");
            case "BR" -> Optional.of("pt");
            default -> Optional.empty();
        };
    }
}
