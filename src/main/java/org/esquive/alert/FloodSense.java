package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ledger;
import org.esquive.message.LineId;
import org.esquive.settings.Line;

/// Sees floods end. The commit that sees one begin says so; its end comes with time alone. A flood that was told
/// before a restart is remembered by its alert.
final class FloodSense implements Sense {
    private final Figures figures;
    private final AlertBook book;
    private final Latch<LineId> floods = new Latch<>(Duration.ZERO);
    private final Set<LineId> remembered = new HashSet<>();

    FloodSense(Ledger ledger) {
        this.figures = ledger.figures();
        this.book = ledger.alerts();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        List<Sighting> over = new ArrayList<>();
        for (Line line : glance.settings().lines()) {
            remember(line.id());
            boolean isOn = figures.line(line.id()).flood().isOn(glance.now());
            if (floods.note(line.id(), isOn, glance.steady()) == Latch.Change.ENDED) {
                over.add(new Sighting(line.id(), AlertKind.FLOOD_OVER, Map.of()));
            }
        }
        return over;
    }

    private void remember(LineId line) {
        if (!remembered.contains(line)) {
            Instant began =
                    book.last(line, AlertKind.FLOOD).map(Figures.Alert::at).orElse(Instant.MIN);
            Instant ended =
                    book.last(line, AlertKind.FLOOD_OVER).map(Figures.Alert::at).orElse(Instant.MIN);
            if (began.isAfter(ended)) {
                floods.saidBefore(line);
            }
            boolean _ = remembered.add(line);
        }
    }
}
