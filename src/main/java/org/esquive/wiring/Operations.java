package org.esquive.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esquive.intake.Intake;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Nodes;
import org.esquive.ledger.Outcome;
import org.esquive.policy.Decision;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever runs the machine sees: health, figures, and what is said at the start.
@Configuration(proxyBeanMethods = false)
class Operations {

    /// Down while texts are refused, so that a monitor calls a keeper.
    @Bean
    HealthIndicator intakeHealth(Intake intake, Reserve reserve) {
        return () -> reserve.trouble().or(intake::trouble).isEmpty()
                ? Health.up().build()
                : Health.down().build();
    }

    /// `esquive_texts_total` by line and by decision: `REPLY`, or the reason of the silence.
    @Bean
    TextCounter textCounter(Intake intake, MeterRegistry registry) {
        TextCounter counter = new TextCounter(registry);
        intake.afterCommit(counter::count);
        return counter;
    }

    @Bean
    LineGauges lineGauges(MeterRegistry registry, SettingsDesk desk, Figures figures, InstantSource clock) {
        LineGauges gauges = new LineGauges(registry, desk, figures, clock);
        desk.onChange(gauges::serve);
        gauges.serve(desk.current());
        return gauges;
    }

    /// `esquive_nodes`: how many are there, as far as this one knows.
    @Bean
    Gauge nodesGauge(MeterRegistry registry, Nodes nodes) {
        return Gauge.builder("esquive.nodes", nodes, Nodes::count).register(registry);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> greeting(
            EsquiveProperties properties, KeeperAccount account, Channels channels) {
        return ready -> new Greeting(properties, account, channels).print(ready.getApplicationContext(), System.out);
    }

    /// Counts decisions.
    record TextCounter(MeterRegistry registry) {
        void count(List<Outcome> outcomes) {
            Map<Counted, Integer> sums = new HashMap<>();
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Decided(var text, var _, var decision, var _)) {
                    sums.merge(new Counted(text.line().value(), name(decision)), 1, Integer::sum);
                }
            }
            sums.forEach((counted, sum) -> registry.counter(
                            "esquive.texts", "line", counted.line(), "decision", counted.decision())
                    .increment(sum));
        }

        /// What is counted under one name.
        private record Counted(String line, String decision) {}

        private static String name(Decision decision) {
            return switch (decision) {
                case Decision.Reply _ -> "REPLY";
                case Decision.Silence(var reason, var _) -> reason.name();
            };
        }
    }
}
