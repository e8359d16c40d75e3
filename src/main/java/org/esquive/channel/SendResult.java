package org.esquive.channel;

import java.time.Duration;
import java.util.Optional;

/// What became of a sending. The line between [Deferred] and [Unknown] is the one that keeps a text from going
/// out twice: not sent is proven only by no byte written or by an explicit refusal.
public sealed interface SendResult {

    /// The network took it.
    ///
    /// @param providerId the id that receipts will carry, if the network gives one
    record Accepted(Optional<String> providerId) implements SendResult {}

    /// Proof that it was not sent, and hope that it can be later. The whole channel waits, so that order is kept.
    ///
    /// @param pause how long to leave the channel alone
    /// @param cause for the keeper, without number or text
    record Deferred(Duration pause, String cause) implements SendResult {}

    /// Proof that it was not sent, and will not be.
    ///
    /// @param code what the network said, without number or text
    record Refused(String code) implements SendResult {}

    /// It may have been sent or not. It is never sent again.
    ///
    /// @param cause for the keeper, without number or text
    record Unknown(String cause) implements SendResult {}
}
