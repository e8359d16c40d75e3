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
    /// @param identity what tells a repeated delivery apart, hashed; empty if each delivery is a text of its own
    /// @param at when it was received
    record Text(long id, Inbound inbound, Fingerprint sender, Optional<Fingerprint> identity, Instant at)
            implements Arrival {

        @Override
        public LineId line() {
            return inbound.line();
        }
    }

    /// News of a reply.
    ///
    /// @param receipt what the network says
    record News(Receipt receipt) implements Arrival {

        @Override
        public LineId line() {
            return receipt.line();
        }
    }
}
