package org.esquive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.esquive.ledger.Figures;
import org.esquive.ledger.ReplyState;
import org.esquive.message.Fingerprint;
import org.esquive.policy.Decision;
import org.esquive.policy.Hold;
import org.esquive.policy.Reason;
import org.esquive.settings.Shown;

/// A text with its decision, without its words and its sender's number.
///
/// @param id rises with time; too long for a number of JavaScript, so it is a string
/// @param sender a fingerprint of the sender: the same for all their texts to this installation, and no way
/// back to a number. Its first eight digits are what the console shows.
/// @param nth which text of that sender it is, from 1
/// @param reason why it was not answered; absent if it was
/// @param held what the reason is, more exactly, where it may pass
/// @param reply the reply; absent if there is none
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DecisionView(
        String id,
        String line,
        Instant receivedAt,
        String sender,
        int nth,
        Verdict decision,
        Optional<Reason> reason,
        Optional<HeldView> held,
        Optional<ReplyView> reply) {

    /// What became of the text.
    public enum Verdict {
        REPLY,
        SILENCE
    }

    /// What held an answer back, as it was when it did.
    public record HeldView(Hold.Scope scope, Hold.Cause cause) {}

    /// A reply and where it stands.
    ///
    /// @param answer which of the line's texts
    /// @param dueAt when it may leave, or might have
    /// @param detail what the network said, if it refused, or why nobody knows
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ReplyView(Decision.Answer answer, ReplyState state, Instant dueAt, Optional<String> detail) {}

    /// A text as a program sees it.
    public static DecisionView of(Figures.Entry entry) {
        return new DecisionView(
                String.valueOf(entry.id()),
                entry.line().value(),
                entry.at(),
                written(entry.sender()),
                entry.n(),
                entry.reason().isPresent() ? Verdict.SILENCE : Verdict.REPLY,
                entry.reason(),
                entry.held().map(held -> new HeldView(held.scope(), held.cause())),
                entry.reply()
                        .map(reply -> new ReplyView(
                                reply.answer(),
                                reply.state(),
                                reply.dueAt(),
                                reply.detail().map(Shown::bare))));
    }

    static String written(Fingerprint fingerprint) {
        return HexFormat.of().formatHex(fingerprint.bytes());
    }
}
