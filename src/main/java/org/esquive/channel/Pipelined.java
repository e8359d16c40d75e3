package org.esquive.channel;

import java.util.function.Consumer;
import org.esquive.message.Outbound;

/// A channel that takes the next text before it knows what became of the last one, so that no thread has to wait.
public interface Pipelined extends Channel {

    /// Hands over a text, once. Returns at once; the result comes by callback, exactly once, from any thread, and
    /// the callback does not block. The caller keeps at most [Pace#inFlight()] texts without a result.
    void send(Outbound outbound, Consumer<SendResult> result);
}
