package org.esquive.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;

/// Sees that a keeper stopped all replies, or let them leave again, also while the program was not running.
final class PanicSense implements Sense {
    private final AlertBook book;
    private Optional<Boolean> said = Optional.empty();

    PanicSense(AlertBook book) {
        this.book = book;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        boolean stopped = glance.settings().panic();
        boolean before = said.orElseGet(() -> before(glance));
        said = Optional.of(stopped);
        return stopped == before ? List.of() : glance.ofAll(AlertKind.PANIC, Map.of("stopped", stopped ? "yes" : "no"));
    }

    private boolean before(Glance glance) {
        return glance.anyLine()
                .flatMap(line -> book.last(line, AlertKind.PANIC))
                .map(alert -> "yes".equals(alert.facts().get("stopped")))
                .orElse(false);
    }
}
