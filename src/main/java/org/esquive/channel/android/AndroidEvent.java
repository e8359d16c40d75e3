package org.esquive.channel.android;

import java.time.Instant;
import java.util.Optional;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;

/// What a webhook of the app tells.
sealed interface AndroidEvent {

    /// A text, or a contact that is not one.
    ///
    /// @param kind a text, or something else such as an MMS or a data SMS
    /// @param sender as received; may be empty
    /// @param recipient the number of the SIM, if the phone knows it
    /// @param sim which SIM, if the phone says
    /// @param text the words
    /// @param receivedAt when the network took it, if that can be read
    /// @param identity what stays the same when the same text comes twice
    record Arrived(
            Inbound.Kind kind,
            String sender,
            Optional<String> recipient,
            Optional<Integer> sim,
            String text,
            Optional<Instant> receivedAt,
            Inbound.Identity.Key identity)
            implements AndroidEvent {

        /// Without number and words.
        @Override
        public String toString() {
            return "Arrived[kind=%s]".formatted(kind);
        }
    }

    /// News of a text that was sent.
    ///
    /// @param messageId the id we gave, if it is one of ours
    /// @param at when, if that can be read
    record News(String messageId, Receipt.State state, Optional<Instant> at) implements AndroidEvent {}

    /// A sign of life.
    record Ping() implements AndroidEvent {}

    /// An event that says nothing to us.
    record Foreign() implements AndroidEvent {}
}
