package org.esquive.api.hook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.esquive.alert.Timepieces;
import org.esquive.api.Steering;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.message.LineId;
import org.esquive.settings.Line;
import org.esquive.settings.WebhookSettings;
import tools.jackson.databind.json.JsonMapper;

/// What the hooks are made of.
///
/// @param threads where programs are called, each by one thread at a time
public record Parts(
        Ledger ledger, Steering steering, Timepieces time, Ids ids, RandomGenerator chance, Executor threads) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Sources sources() {
        return Sources.of(ledger, steering);
    }

    DeliveryBook book() {
        return ledger.office().deliveries();
    }

    String json(CallView call) {
        return JSON.writeValueAsString(call);
    }

    byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /// Tells keepers that a program cannot be reached.
    void raise(WebhookSettings webhook, String cause) {
        LineId line = steering.current().lines().stream()
                .map(Line::id)
                .filter(webhook::hears)
                .findFirst()
                .orElse(new LineId("none"));
        Map<String, String> facts = Map.of("part", "webhook", "webhook", webhook.id(), "cause", cause);
        ledger.alerts()
                .raise(List.of(new Figures.Alert(
                        ids.next(), line, time.day().instant(), AlertKind.TROUBLE, Optional.empty(), facts)));
    }
}
