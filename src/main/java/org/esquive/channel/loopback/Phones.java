package org.esquive.channel.loopback;

import java.util.Map;
import java.util.Optional;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;

/// Who an imagined phone is. Numbers kept for fiction belong to nobody, so that real channels never answer them;
/// here they are the mobile phones of their countries.
final class Phones {
    private static final Map<String, Country> COUNTRIES_OF_FICTION =
            Map.of("+33", new Country("FR"), "+44", new Country("GB"), "+1", new Country("US"));

    private Phones() {}

    /// @param raw in any form a network might show it
    static Sender sender(String raw, Country home) {
        Sender sender = Numbering.sender(raw, home);
        return sender instanceof Sender.OtherNumber other && Numbering.isForFiction(other.number())
                ? imagined(other.number()).orElse(sender)
                : sender;
    }

    private static Optional<Sender> imagined(PhoneNumber number) {
        return COUNTRIES_OF_FICTION.entrySet().stream()
                .filter(entry -> number.e164().startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> new Sender.Mobile(number, entry.getValue()));
    }
}
