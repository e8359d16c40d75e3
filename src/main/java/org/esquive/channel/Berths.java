package org.esquive.channel;

import java.util.OptionalInt;

/// The links of a channel that only so many processes may hold at the network, seen from one of them. Where several
/// nodes share a database each link is a berth, and one node at a time has it. May be used from any thread; nothing
/// here waits.
public interface Berths extends AutoCloseable {
    /// Those of a process that shares with nobody.
    Berths ALL = new Berths() {
        @Override
        public boolean areShared() {
            return false;
        }

        @Override
        public boolean holds(int berth) {
            return true;
        }

        @Override
        public void leave(int berth) {}

        @Override
        public void pass(int berth) {}

        @Override
        public OptionalInt holder(int berth) {
            return OptionalInt.empty();
        }

        @Override
        public void close() {}
    };

    /// Whether others may have some of them.
    boolean areShared();

    /// Whether this process may hold a link now. Once it may not any more it unbinds, and then leaves the berth.
    ///
    /// @param berth from 0
    boolean holds(int berth);

    /// Says that nothing is bound there any more.
    void leave(int berth);

    /// Says that the network cannot be reached from here: another node may try for a while.
    void pass(int berth);

    /// The number of the node that has a berth, if it is another one.
    OptionalInt holder(int berth);

    /// Leaves them all to others: the channel is closed.
    @Override
    void close();
}
