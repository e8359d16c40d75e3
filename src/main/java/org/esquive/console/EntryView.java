package org.esquive.console;

import java.util.Optional;
import org.esquive.ledger.Figures;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.ReplyState;

/// One text with its decision, in words.
///
/// @param id the text
/// @param at when it came, in the line's time zone
/// @param sender a brief fingerprint
/// @param n which text of that sender
/// @param silent whether it was not answered
/// @param why a message key: the reason in words, or what was answered
/// @param reason the name of the reason; empty if it was answered
/// @param held the end of a message key: what held it back; empty if nothing did
/// @param scope the end of a message key: whose limit or state that was; empty if nothing did
/// @param state where the reply stands; empty if there is none
/// @param due when it leaves
/// @param detail what the network said
/// @param tone how the state is coloured
/// @param words what was written, if it is kept and may be shown; else empty
/// @param from the number it came from, likewise
record EntryView(
        long id,
        String at,
        String sender,
        int n,
        boolean silent,
        String why,
        String reason,
        String held,
        String scope,
        String state,
        String due,
        String detail,
        String tone,
        String words,
        String from) {

    static EntryView of(Figures.Entry entry, Times times, Optional<KeptTexts.Kept> kept) {
        Optional<Figures.Reply> reply = entry.reply();
        String reason = entry.reason().map(Enum::name).orElse("");
        return new EntryView(
                entry.id(),
                times.of(entry.at()),
                entry.sender().brief(),
                entry.n(),
                !reason.isEmpty(),
                reply.map(each -> "answer." + each.answer()).orElse("reason." + reason),
                reason,
                entry.held().map(held -> held.cause().name()).orElse(""),
                entry.held().map(held -> held.scope().name()).orElse(""),
                reply.map(each -> each.state().name()).orElse(""),
                reply.map(each -> times.of(each.dueAt())).orElse(""),
                reply.flatMap(Figures.Reply::detail).orElse(""),
                reply.map(each -> tone(each.state())).orElse(""),
                kept.map(KeptTexts.Kept::words).orElse(""),
                kept.map(KeptTexts.Kept::sender).orElse(""));
    }

    private static String tone(ReplyState state) {
        return switch (state) {
            case SENT, DELIVERED -> "good";
            case FAILED, REFUSED -> "bad";
            case UNKNOWN, EXPIRED -> "warm";
            case DUE, SENDING, CANCELLED -> "";
        };
    }
}
