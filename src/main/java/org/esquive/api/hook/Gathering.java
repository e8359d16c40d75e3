package org.esquive.api.hook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.esquive.api.AlertView;
import org.esquive.api.DecisionView;
import org.esquive.api.LineView;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.DeliveryBook.Position;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.message.LineId;
import org.esquive.policy.Rules;
import org.esquive.settings.Line;
import org.esquive.settings.WebhookSettings;
import org.esquive.settings.WebhookSettings.Event;

/// Gathers what a program was not told yet, up to a hundred events: what is rare and matters first, decisions
/// last. What it does not want to hear of is passed by, so that it does not hear of it later either.
final class Gathering {
    /// Most events of a call.
    static final int MOST = 100;

    private final WebhookSettings webhook;
    private final Sources sources;
    private final Ids ids;
    private final Instant now;
    private final List<EventView> events = new ArrayList<>();
    private long decision;
    private long reply;
    private long alert;
    private Map<String, String> lines;
    private long missed;

    /// What was gathered.
    ///
    /// @param missed events that were left out before
    /// @param then how far the program was told with it
    record Gathered(List<EventView> events, long missed, Position then) {}

    private Gathering(WebhookSettings webhook, Sources sources, Ids ids, Instant now, Position from) {
        this.webhook = webhook;
        this.sources = sources;
        this.ids = ids;
        this.now = now;
        this.decision = from.decision();
        this.reply = from.reply();
        this.alert = from.alert();
        this.lines = from.lines();
        this.missed = from.missed();
    }

    /// What is new for a program that was told up to here.
    static Gathered of(WebhookSettings webhook, Sources sources, Ids ids, Instant now, Position from) {
        Gathering gathering = new Gathering(webhook, sources, ids, now, from);
        gathering.alerts();
        gathering.lines();
        gathering.replies();
        gathering.decisions();
        return new Gathered(
                List.copyOf(gathering.events),
                gathering.missed,
                new Position(
                        gathering.decision, gathering.reply, gathering.alert, gathering.lines, 0, from.failingSince()));
    }

    /// Where a program begins: it hears of what comes, not of what was.
    static Position beginning(Sources sources, Instant now) {
        return new Position(
                Ids.firstAt(now) - 1,
                sources.chronicle().lastReply(),
                sources.alerts().end(),
                Map.of(),
                0,
                Optional.empty());
    }

    private int room() {
        return MOST - events.size();
    }

    private void alerts() {
        if (!webhook.events().contains(Event.ALERT)) {
            alert = sources.alerts().end();
            return;
        }
        Locale language = language();
        for (AlertBook.Written written : sources.alerts().after(alert, MOST)) {
            if (room() == 0) {
                return;
            }
            alert = written.place();
            if (webhook.hears(written.alert().line())) {
                events.add(EventView.of(AlertView.of(written, language)));
            }
        }
    }

    private Locale language() {
        return sources.settings().get().lines().stream()
                .findFirst()
                .map(line -> Locale.of(line.language()))
                .orElse(Locale.ENGLISH);
    }

    /// A line that was not heard of before only tells how it stands from now on.
    private void lines() {
        if (!webhook.events().contains(Event.LINE)) {
            lines = Map.of();
            return;
        }
        Map<String, String> told = new HashMap<>();
        for (LineId id : heard()) {
            Optional<Rules> rules = sources.steering().rulebook().of(id);
            if (rules.isPresent()) {
                LineView view = LineView.of(rules.get(), sources.figures(), now);
                String standing = standing(view);
                String before = lines.getOrDefault(id.value(), standing);
                boolean waits = before.equals(standing) || room() == 0;
                if (!waits) {
                    events.add(EventView.of(ids.next(), view));
                }
                told.put(id.value(), waits ? before : standing);
            }
        }
        lines = told;
    }

    /// What a change of is told.
    private String standing(LineView line) {
        String panic = sources.settings().get().panic() ? " STOPPED" : "";
        return line.status() + panic + (line.flood() ? " FLOOD" : "");
    }

    private void replies() {
        if (!webhook.events().contains(Event.REPLY)) {
            reply = sources.chronicle().lastReply();
            return;
        }
        if (room() == 0) {
            return;
        }
        for (Chronicle.ReplyNews news : sources.chronicle().replies(reply, room())) {
            missed += news.place() - reply - 1;
            reply = news.place();
            if (webhook.hears(news.line())) {
                Optional<DecisionView> decided =
                        sources.figures().entry(news.line(), news.text()).map(DecisionView::of);
                events.add(EventView.of(news.place(), news.line().value(), news.state(), decided));
            }
        }
    }

    private void decisions() {
        if (!webhook.events().contains(Event.DECISION)) {
            decision = Ids.firstAt(now) - 1;
            return;
        }
        if (room() == 0) {
            return;
        }
        List<LineId> heard = heard();
        sources.chronicle().tooFarBehind(heard, decision, now).ifPresent(skipped -> {
            decision = skipped.to();
            missed += skipped.texts();
        });
        for (Figures.Entry entry : sources.chronicle().following(heard, decision, now, room())) {
            decision = entry.id();
            events.add(EventView.of(DecisionView.of(entry)));
        }
    }

    private List<LineId> heard() {
        return sources.settings().get().lines().stream()
                .map(Line::id)
                .filter(webhook::hears)
                .toList();
    }
}
