package org.esquive.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.Settings;

/// The conditions that no commit sees, each looked for as often as it is worth. For one thread.
final class Conditions {
    private final Supplier<Settings> settings;
    private final Timepieces time;
    private final Ids ids;
    private final List<Sense> senses;
    private final Map<Sense, Instant> next = new HashMap<>();

    Conditions(Watch.Parts parts) {
        Ledger ledger = parts.ledger();
        this.settings = parts.settings();
        this.time = parts.time();
        this.ids = parts.ids();
        this.senses = List.of(
                new FloodSense(ledger),
                new ChannelSense(parts.outlook(), ledger.alerts()),
                new ReceiptSense(ledger.figures()),
                new SilenceSense(ledger.figures(), time.day().instant()),
                new DiskSense(parts.outlook()),
                new TroubleSense(parts.outlook()),
                new ClockSense(time),
                new PanicSense(ledger.alerts()));
    }

    /// The alerts of what began or ended since the last look.
    List<Figures.Alert> look() {
        List<Figures.Alert> alerts = new ArrayList<>();
        Sense.Glance glance = new Sense.Glance(
                settings.get(), time.day().instant(), time.steady().instant());
        for (Sense sense : senses) {
            if (!glance.steady().isBefore(next.getOrDefault(sense, Instant.MIN))) {
                next.put(sense, glance.steady().plus(sense.every()));
                sightings(sense, glance).forEach(seen -> alerts.add(seen.alert(ids.next(), glance.now())));
            }
        }
        return alerts;
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
