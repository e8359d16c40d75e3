package org.esquive.channel.smpp;

import java.time.InstantSource;
import java.util.List;
import org.esquive.channel.Channel;
import org.esquive.channel.ChannelKind;
import org.esquive.channel.Checkup;
import org.esquive.channel.Listener;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// The kind `smpp`: a carrier or an aggregator, spoken to by SMPP 3.4 or 5.0.
@Component
public final class SmppChannelKind implements ChannelKind {
    private final InstantSource clock;

    public SmppChannelKind(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(ChannelSettings settings) {
        return new OptionReader(settings).problems();
    }

    @Override
    public Channel open(ChannelSettings settings, List<Line> lines, Listener listener) {
        SmppChannel channel = new SmppChannel(new OptionReader(settings).options(), lines, listener, clock);
        channel.start();
        return channel;
    }

    /// Binds as the channel would, unbinds again, and says how it went.
    @Override
    public Checkup examine(ChannelSettings settings) throws InterruptedException {
        return new Probe(new OptionReader(settings).options()).examine();
    }
}
