package org.esquive.ledger;

import java.time.Instant;
import java.util.Optional;

/// What became of a reply that was claimed or left by [Express].
///
/// @param reply the reply; if it is to be tried again, its number and words are kept again until then
/// @param result what became of it
/// @param at when
public record Settlement(Owed reply, Result result, Instant at) {

    /// What became of it.
    public sealed interface Result {
        /// The network took it.
        ///
        /// @param providerId what receipts will carry
        record Sent(Optional<String> providerId) implements Result {}

        /// Proven not sent; it is due again at a later moment, or expires.
        ///
        /// @param until when it may be tried again
        record Deferred(Instant until) implements Result {}

        /// Proven not sent, for good.
        ///
        /// @param code what the network said
        record Refused(String code) implements Result {}

        /// Nobody knows.
        ///
        /// @param cause for the keeper
        record Unknown(String cause) implements Result {}
    }
}
