package org.esquive.api.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.esquive.api.AlertView;
import org.esquive.api.DecisionView;
import org.esquive.api.LineView;
import org.esquive.ledger.ReplyState;
import org.esquive.settings.WebhookSettings.Event;

/// Something that happened.
///
/// @param id the same if it is told again: what was seen before may be passed over
/// @param type which of the fields below are there
/// @param line the line it is about
/// @param decision of a DECISION; of a REPLY the decision it follows from, as long as it is remembered
/// @param state of a REPLY: where it came to stand
/// @param alert of an ALERT
/// @param standing of a LINE: how it stands now
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EventView(
        String id,
        Event type,
        String line,
        Optional<DecisionView> decision,
        Optional<ReplyState> state,
        Optional<AlertView> alert,
        Optional<LineView> standing) {

    static EventView of(DecisionView decision) {
        return new EventView(
                "decision-" + decision.id(),
                Event.DECISION,
                decision.line(),
                Optional.of(decision),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static EventView of(long place, String line, ReplyState state, Optional<DecisionView> decision) {
        return new EventView(
                "reply-" + place, Event.REPLY, line, decision, Optional.of(state), Optional.empty(), Optional.empty());
    }

    static EventView of(AlertView alert) {
        return new EventView(
                "alert-" + alert.id(),
                Event.ALERT,
                alert.line(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(alert),
                Optional.empty());
    }

    /// @param n tells changes of one line apart
    static EventView of(long n, LineView standing) {
        return new EventView(
                "line-" + n,
                Event.LINE,
                standing.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(standing));
    }
}
