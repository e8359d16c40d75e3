package org.esquive.ledger.postgres;

import java.util.Optional;
import java.util.UUID;

/// Where a node keeps who it was. One that was killed and starts again takes its own place at once, instead of waiting
/// until it is missed.
public interface Memory extends AutoCloseable {
    /// A node without a past.
    Memory NONE = new Memory() {
        @Override
        public Optional<Run> last() {
            return Optional.empty();
        }

        @Override
        public void remember(Run run) {}

        @Override
        public void close() {}
    };

    /// A run of the program as a node.
    ///
    /// @param number of the node
    /// @param id unlike that of any other run
    record Run(int number, UUID id) {}

    /// The run before this one, which surely is over; empty if that is not sure.
    Optional<Run> last();

    /// Keeps which run this is, as far as that can be done: nothing depends on it but some seconds.
    void remember(Run run);

    /// Lets another run of the same node begin.
    @Override
    void close();
}
