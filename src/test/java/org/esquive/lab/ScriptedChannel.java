package org.esquive.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.message.Outbound;

/// A channel that answers as it is told and remembers what it was asked to send.
public final class ScriptedChannel implements Channel {
    private final Pace pace;
    private final Script script;
    private final List<Outbound> asked = new CopyOnWriteArrayList<>();

    /// What the network does with a text.
    public interface Script {
        /// @param nth which sending it is, from 1
        SendResult send(Outbound outbound, int nth) throws InterruptedException;
    }

    public ScriptedChannel(Pace pace, Script script) {
        this.pace = pace;
        this.script = script;
    }

    /// Takes everything.
    public static ScriptedChannel willing(Pace pace) {
        return new ScriptedChannel(pace, (outbound, _) -> accepted(outbound));
    }

    public static SendResult accepted(Outbound outbound) {
        return new SendResult.Accepted(Optional.of(outbound.reference()));
    }

    /// Every text it was asked to send, in order.
    public List<Outbound> asked() {
        return List.copyOf(asked);
    }

    @Override
    public SendResult send(Outbound outbound) throws InterruptedException {
        int nth;
        synchronized (asked) {
            asked.add(outbound);
            nth = asked.size();
        }
        return script.send(outbound, nth);
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public void close() {}
}
