package org.esquive.ledger;

import java.time.Instant;
import java.util.Optional;
import org.esquive.message.Fingerprint;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;

/// What came in and waits for its commit.
public sealed interface Arrival {

    /// The line it came to.
    LineId line();

    /// A text or another contact.
    ///
    /// @param id its id in the ledger, unique over all nodes and rising with time, see [Ids]
    /// @param inbound the text
    /// @param sender who sent it, under the counting key
    /// @param identity what tells a repeated delivery apart, hashed; empty if the network gives no such thing
    /// @param content what a repeated delivery has in common with the first, hashed, where the network gives no
    /// identity; it is stored for the time after a restart, and not looked up
    /// @param at when it was received
    record Text(
            long id,
            Inbound inbound,
            Fingerprint sender,
            Optional<Fingerprint> identity,
            Optional<Fingerprint> content,
            Instant at)
            implements Arrival {

        /// A text under its fingerprints.
        public static Text of(long id, Inbound inbound, Keyring keyring, Instant at) {
            Fingerprint sender = keyring.sender(inbound.sender());
            return switch (inbound.identity()) {
                case Inbound.Identity.None _ -> new Text(id, inbound, sender, Optional.empty(), Optional.empty(), at);
                case Inbound.Identity.Key key ->
                    new Text(id, inbound, sender, Optional.of(keyring.identity(key)), Optional.empty(), at);
                case Inbound.Identity.Content content ->
                    new Text(
                            id,
                            inbound,
                            sender,
                            Optional.empty(),
                            Optional.of(keyring.content(inbound.line(), content)),
                            at);
            };
        }

        /// The same, and nothing of it is read, see [Inbound#setAside()].
        public Text setAside() {
            return new Text(id, inbound.setAside(), sender, identity, content, at);
        }

        @Override
        public LineId line() {
            return inbound.line();
        }
    }

    /// News of a reply.
    ///
    /// @param receipt what the network says
    /// @param at when it was received
    record News(Receipt receipt, Instant at) implements Arrival {

        @Override
        public LineId line() {
            return receipt.line();
        }
    }
}
