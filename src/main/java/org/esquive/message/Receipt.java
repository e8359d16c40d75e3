package org.esquive.message;

import java.time.Instant;
import java.util.List;

/// What the network says, later, of a reply that we sent. It may come before the answer to the sending, twice,
/// late, or never.
///
/// @param line the line the reply left from
/// @param match how the reply is found
/// @param state what became of it
/// @param at when the network says so
public record Receipt(LineId line, Match match, State state, Instant at) {

    /// What became of a reply.
    public enum State {
        /// On its way: the network has it.
        SENT,
        /// It reached the phone.
        DELIVERED,
        /// It will not arrive.
        FAILED
    }

    /// How the reply is found again.
    public sealed interface Match {
        /// By the reference we gave, see [Outbound#reference()].
        ///
        /// @param id the reply's id in the ledger
        record ByReply(long id) implements Match {}

        /// By the id that the network gave when it took the reply.
        ///
        /// @param id as received
        /// @param otherwise other ways to write the same id, tried in order when the first fits nothing: some
        /// networks say it in hexadecimal at first and in decimal later
        record ByProviderId(String id, List<String> otherwise) implements Match {
            public ByProviderId {
                otherwise = List.copyOf(otherwise);
            }

            /// An id that is written in one way only.
            public ByProviderId(String id) {
                this(id, List.of());
            }
        }
    }
}
