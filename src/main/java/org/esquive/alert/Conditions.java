package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.Settings;

/// The conditions that no commit sees, each looked for as often as it is worth. For one thread.
final class Conditions {
    /// Longer than it takes a node to notice that another one is gone.
    private static final Duration SEAM = Duration.ofSeconds(30);

    private final Supplier<Settings> settings;
    private final Timepieces time;
    private final Ids ids;
    private final AlertBook book;
    private final List<Sense> ofThisProcess;
    private final List<Sense> ofAll;
    private final Map<Sense, Instant> next = new HashMap<>();

    /// What this node saw of the lines of late while another one was to say it.
    private final List<Figures.Alert> unsaid = new ArrayList<>();

    Conditions(Watch.Parts parts) {
        Ledger ledger = parts.ledger();
        this.settings = parts.settings();
        this.time = parts.time();
        this.ids = parts.ids();
        this.book = ledger.alerts();
        this.ofThisProcess = List.of(
                new ChannelSense(parts.outlook(), ledger.alerts()),
                new DiskSense(parts.outlook()),
                new TroubleSense(parts.outlook()),
                new ClockSense(time));
        this.ofAll = List.of(
                new FloodSense(ledger),
                new ReceiptSense(ledger.figures()),
                new SilenceSense(ledger.figures(), time.day().instant()),
                new PanicSense(ledger.alerts()));
    }

    /// The alerts of what began or ended since the last look. A node that begins to speak for all says what the one
    /// before it may have had no time to say.
    ///
    /// @param speaksForAll whether this node says what every node sees
    List<Figures.Alert> look(boolean speaksForAll) {
        Sense.Glance glance = new Sense.Glance(
                settings.get(), time.day().instant(), time.steady().instant());
        List<Figures.Alert> alerts = new ArrayList<>(look(ofThisProcess, glance));
        if (speaksForAll && !unsaid.isEmpty() && canBeRead()) {
            unsaid.stream().filter(alert -> !isSaid(alert)).forEach(alerts::add);
            unsaid.clear();
        }
        List<Figures.Alert> seen = look(ofAll, glance);
        if (speaksForAll) {
            alerts.addAll(seen);
        } else {
            unsaid.addAll(seen);
            unsaid.removeIf(alert -> alert.at().isBefore(glance.now().minus(SEAM)));
        }
        return alerts;
    }

    private List<Figures.Alert> look(List<Sense> senses, Sense.Glance glance) {
        List<Figures.Alert> alerts = new ArrayList<>();
        for (Sense sense : senses) {
            if (!glance.steady().isBefore(next.getOrDefault(sense, Instant.MIN))) {
                next.put(sense, glance.steady().plus(sense.every()));
                sightings(sense, glance).forEach(seen -> alerts.add(seen.alert(ids.next(), glance.now())));
            }
        }
        return alerts;
    }

    private boolean isSaid(Figures.Alert alert) {
        return book.last(alert.line(), alert.kind())
                .filter(last -> !last.at().isBefore(alert.at().minus(SEAM)))
                .isPresent();
    }

    private boolean canBeRead() {
        try {
            return book.end() >= 0;
        } catch (LedgerUnavailable unreadable) {
            return false;
        }
    }

    /// What needs a ledger that cannot be read is looked for later; the others see meanwhile.
    private static List<Sense.Sighting> sightings(Sense sense, Sense.Glance glance) {
        try {
            return sense.look(glance);
        } catch (LedgerUnavailable unreadable) {
            return List.of();
        }
    }
}
