package org.esquive.channel.loopback;

import java.time.Instant;
import org.esquive.message.LineId;

/// One text on the screen of an imagined phone. A change of state makes a new bubble with the same id.
///
/// @param id rises with time, within one channel
/// @param line the line it went to or came from
/// @param phone whose screen it is on, see [LoopbackChannel#thread(String)]
/// @param direction seen from the phone
/// @param text the words
/// @param at when it was sent
/// @param state what became of it
public record Bubble(long id, LineId line, String phone, Direction direction, String text, Instant at, State state) {

    /// Seen from the phone.
    public enum Direction {
        /// The person texts the line.
        WRITTEN,
        /// The line answers.
        RECEIVED
    }

    /// What became of a text.
    public enum State {
        /// On its way to the core.
        SENDING,
        /// The core has it on disk; or, for an answer, the network has it.
        SENT,
        /// The core asked to try again later.
        NOT_TAKEN,
        /// An answer reached the phone, and the core was told so.
        DELIVERED
    }

    Bubble in(State newState) {
        return new Bubble(id, line, phone, direction, text, at, newState);
    }

    /// Without number and words.
    @Override
    public String toString() {
        return "Bubble[%d, %s, %s]".formatted(id, direction, state);
    }
}
