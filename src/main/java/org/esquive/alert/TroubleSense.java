package org.esquive.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.AlertKind;

/// Sees that texts cannot be taken or replies cannot leave for more than a minute.
final class TroubleSense implements Sense {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> PARTS = List.of("ledger", "replies");

    private final Outlook outlook;
    private final Latch<String> troubles = new Latch<>(PATIENCE);

    TroubleSense(Outlook outlook) {
        this.outlook = outlook;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        List<Outlook.Trouble> now = outlook.troubles();
        List<Sighting> sightings = new ArrayList<>();
        for (String part : PARTS) {
            Optional<String> cause = now.stream()
                    .filter(trouble -> trouble.part().equals(part))
                    .map(Outlook.Trouble::cause)
                    .findFirst();
            if (troubles.note(part, cause.isPresent(), glance.steady()) == Latch.Change.BEGAN) {
                sightings.addAll(glance.ofAll(AlertKind.TROUBLE, Map.of("part", part, "cause", cause.orElse(""))));
            }
        }
        return sightings;
    }
}
