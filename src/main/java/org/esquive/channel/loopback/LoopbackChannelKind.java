package org.esquive.channel.loopback;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.esquive.channel.ChannelKind;
import org.esquive.channel.Listener;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// The kind `loopback`. It knows the channels that are open, so that a page can show their phones.
@Component
public final class LoopbackChannelKind implements ChannelKind {
    private final InstantSource clock;
    private final Map<String, LoopbackChannel> open = new ConcurrentHashMap<>();

    public LoopbackChannelKind(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "loopback";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(ChannelSettings settings) {
        return LoopbackOptions.problems(settings);
    }

    @Override
    public LoopbackChannel open(ChannelSettings settings, List<Line> lines, Listener listener) {
        LoopbackOptions options = LoopbackOptions.of(settings);
        String id = settings.id();
        LoopbackChannel channel =
                new LoopbackChannel(options, lines, listener, clock, closed -> open.remove(id, closed));
        open.put(id, channel);
        return channel;
    }

    /// The open channel of that id, if there is one.
    public Optional<LoopbackChannel> channel(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /// The ids of the open channels, in order.
    public List<String> channels() {
        return open.keySet().stream().sorted().toList();
    }

    /// Imagined phones bear everything.
    @Override
    public Caps usualCaps() {
        return Caps.NONE;
    }
}
