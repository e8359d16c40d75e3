package org.esquive.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.esquive.ledger.Figures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.message.LineId;
import org.esquive.policy.Hold;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;

/// `esquive_flood` and `esquive_paused` by line: 1 while a flood is seen, 1 while somebody is not answered because of
/// a limit, a flood or a keeper. They are worked out when they are asked for, from one row of the line and one of its
/// channel; not a number while the ledger cannot be read.
final class LineGauges {
    private final SettingsDesk desk;
    private final Figures figures;
    private final InstantSource clock;
    private final MultiGauge flood;
    private final MultiGauge paused;

    LineGauges(MeterRegistry registry, SettingsDesk desk, Figures figures, InstantSource clock) {
        this.desk = desk;
        this.figures = figures;
        this.clock = clock;
        this.flood = MultiGauge.builder("esquive.flood").register(registry);
        this.paused = MultiGauge.builder("esquive.paused").register(registry);
    }

    /// Gauges the lines of these settings from now on.
    void serve(Settings settings) {
        flood.register(rows(settings, this::isFlooded), true);
        paused.register(rows(settings, this::isPaused), true);
    }

    private static List<MultiGauge.Row<?>> rows(Settings settings, ToDoubleFunction<LineId> value) {
        return settings.lines().stream()
                .map(Line::id)
                .<MultiGauge.Row<?>>map(line -> MultiGauge.Row.of(Tags.of("line", line.value()), line, value))
                .toList();
    }

    private double isFlooded(LineId line) {
        try {
            return figures.line(line).flood().isOn(clock.instant()) ? 1 : 0;
        } catch (LedgerUnavailable _) {
            return Double.NaN;
        }
    }

    private double isPaused(LineId line) {
        Instant now = clock.instant();
        try {
            return desk.rulebook()
                            .of(line)
                            .filter(rules ->
                                    rules
                                            .holds(
                                                    figures.line(line),
                                                    figures.channel(
                                                            rules.channel().id()),
                                                    now)
                                            .stream()
                                            .anyMatch(Hold::pauses))
                            .isPresent()
                    ? 1
                    : 0;
        } catch (LedgerUnavailable _) {
            return Double.NaN;
        }
    }
}
