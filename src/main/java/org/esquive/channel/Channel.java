package org.esquive.channel;

import org.esquive.message.Outbound;

/// One open way to the phone network. Inbounds go to the [Listener] it was opened with; outbounds come through
/// [#send(Outbound)]. A channel that the network calls over HTTP is also a [Webhook].
public interface Channel extends AutoCloseable {

    /// Sends a text, once. Blocks until the outcome is as known as it will get; called on virtual threads, at
    /// most [Pace#inFlight()] at a time. Never throws for what the network does: that is what [SendResult] is
    /// for.
    ///
    /// @throws InterruptedException if the program is stopping; the outcome is then unknown
    SendResult send(Outbound outbound) throws InterruptedException;

    /// How fast it may be asked to send.
    Pace pace();

    /// Whether it has a way to the network here: without one its replies are left to the nodes that have.
    default boolean canSend() {
        return true;
    }

    /// The part of its pace that is this node's.
    ///
    /// @param nodes how many there are
    default Share share(int nodes) {
        return new Share(1, nodes);
    }

    /// How it is doing.
    Health health();

    /// Stops; what is in flight ends as unknown.
    @Override
    void close();
}
