package org.esquive.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.AlertKind;

/// Sees the clock of the machine jump: caps of a day, delays and memories go by it.
final class ClockSense implements Sense {
    /// A smaller jump does nothing that a keeper would notice.
    static final Duration SMALL = Duration.ofMinutes(5);

    /// How far the time of day is ahead of the steady clock.
    private Duration ahead;

    ClockSense(Timepieces time) {
        this.ahead = Duration.between(time.steady().instant(), time.day().instant());
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        Duration now = Duration.between(glance.steady(), glance.now());
        Duration jump = now.minus(ahead);
        ahead = now;
        if (jump.abs().compareTo(SMALL) <= 0) {
            return List.of();
        }
        String way = jump.isNegative() ? "back" : "ahead";
        return glance.ofAll(
                AlertKind.CLOCK,
                Map.of("way", way, "minutes", String.valueOf(jump.abs().toMinutes())));
    }
}
