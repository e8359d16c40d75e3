package org.esquive.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.esquive.message.LineId;
import org.esquive.policy.Budget;
import org.esquive.policy.Hold;
import org.esquive.policy.LineRecord;

/// The alerts that a batch raises: each at the one text that crosses a border, so that none is raised twice.
final class Raised {
    private final LineId line;
    private final List<Figures.Alert> alerts = new ArrayList<>();

    Raised(LineId line) {
        this.line = line;
    }

    List<Figures.Alert> alerts() {
        return alerts;
    }

    /// The first text of a sender beyond the limit.
    void senderLimit(Arrival.Text text) {
        alerts.add(new Figures.Alert(
                text.id(), line, text.at(), AlertKind.SENDER_LIMIT, Optional.of(text.sender()), Map.of()));
    }

    /// A flood that began or grew worse, and a breaker that opened.
    void compare(LineRecord was, LineRecord is, Arrival.Text text) {
        Instant now = text.at();
        boolean began =
                is.flood().isOn(now) && !is.flood().since().equals(was.flood().since());
        if (began) {
            is.flood().hold(now).ifPresent(hold -> raise(AlertKind.FLOOD, floodFacts(hold, is, now), text));
        }
        if (!is.breaker().until().equals(was.breaker().until())) {
            is.breaker().hold(now).ifPresent(hold -> raise(AlertKind.BREAKER, breakerFacts(hold, was), text));
        }
    }

    /// A block of numbers that is not answered from here on.
    void neighbours(int people, Arrival.Text text) {
        raise(AlertKind.NEIGHBOURS, Map.of("people", String.valueOf(people)), text);
    }

    /// Caps that are nearly used up, or quite.
    void crossed(List<Budget.Crossing> crossings, Arrival.Text text) {
        for (Budget.Crossing crossing : crossings) {
            Map<String, String> facts = Map.of(
                    "scope", crossing.scope().name().toLowerCase(Locale.ROOT),
                    "cap", crossing.cap().word(),
                    "spent", String.valueOf(crossing.spent()),
                    "most", String.valueOf(crossing.most()));
            raise(crossing.isEnd() ? AlertKind.LIMIT_REACHED : AlertKind.LIMIT_NEAR, facts, text);
        }
    }

    private static Map<String, String> floodFacts(Hold hold, LineRecord line, Instant now) {
        return Map.of(
                "cause", hold.cause().name(),
                "texts", String.valueOf(Math.round(line.flood().rates().textsAt(now))),
                "newcomers", String.valueOf(Math.round(line.flood().rates().newcomersAt(now))));
    }

    private static Map<String, String> breakerFacts(Hold hold, LineRecord was) {
        return Map.of(
                "cause", hold.cause().name(),
                "undeliverable",
                        was.breaker().undeliverable() + "/" + was.breaker().ended(),
                "stops", was.breaker().stops() + "/" + was.breaker().replied());
    }

    private void raise(AlertKind kind, Map<String, String> facts, Arrival.Text text) {
        alerts.add(new Figures.Alert(text.id(), line, text.at(), kind, Optional.empty(), facts));
    }
}
