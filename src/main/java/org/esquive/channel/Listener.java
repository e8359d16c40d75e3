package org.esquive.channel;

import java.util.function.Consumer;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;

/// The core, as a channel sees it. Calls return at once; the answer comes by callback, from another thread, and
/// must not block. The network is told "received" only on [Taken#COMMITTED].
public interface Listener {

    /// Whether a text or receipt was taken.
    enum Taken {
        /// It is on disk, or was before: tell the network that it was received.
        COMMITTED,
        /// Not taken: tell the network to try again later.
        LATER
    }

    /// Hands over a text or another contact.
    void received(Inbound inbound, Consumer<Taken> answer);

    /// Which of its links a channel may hold in this process: all of them, unless nodes share them.
    ///
    /// @param channel its id
    /// @param links how many it has
    default Berths berths(String channel, int links) {
        return Berths.ALL;
    }

    /// Says that a link to the network ended: what it left without an answer may come again, here or elsewhere.
    default void linkBroke() {}

    /// Hands over a receipt. One that fits no reply is taken, counted, and forgotten.
    void received(Receipt receipt, Consumer<Taken> answer);
}
