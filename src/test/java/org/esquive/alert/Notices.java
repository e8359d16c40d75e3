package org.esquive.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.LineId;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Secret;

/// Notices and settings for the tests of the ways.
public final class Notices {
    public static final Instant AT = Instant.parse("2026-03-02T20:30:00Z");

    private Notices() {}

    /// A flood, in French.
    public static Notice flood() {
        Figures.Alert alert = new Figures.Alert(
                7,
                new LineId("demo"),
                AT,
                AlertKind.FLOOD,
                Optional.empty(),
                Map.of("cause", "NEWCOMERS", "texts", "40", "newcomers", "31"));
        return Words.in("fr", ZoneId.of("Europe/Paris")).notice("esquive-x-7-7", AT, List.of(Pile.of(7, alert)));
    }

    /// Settings: options and secrets as `name=value`, secrets with a `!` before.
    public static AlertSettings settings(String kind, String... values) {
        Map<String, String> options = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        for (String value : values) {
            List<String> pair = List.of(value.split("=", 2));
            if (value.startsWith("!")) {
                secrets.put(pair.getFirst().substring(1), new Secret(pair.getLast()));
            } else {
                options.put(pair.getFirst(), pair.getLast());
            }
        }
        return new AlertSettings("x", kind, options, secrets);
    }

    /// What a way may use, without any phone.
    public static Means means() {
        return new Means(() -> AT, (_, _, _) -> new Telling.Failed("no phone", false));
    }
}
