package org.esquive.dispatch;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.esquive.channel.Channel;
import org.esquive.message.LineId;

/// The lane of each line. Lines of one channel share theirs, so that the channel's pace is one; a channel that
/// was opened anew, after a change of settings, gets a new one.
final class Lanes {
    private final Function<LineId, Optional<Channel>> channels;
    private final InstantSource clock;
    private final Map<LineId, Lane> known = new HashMap<>();

    Lanes(Function<LineId, Optional<Channel>> channels, InstantSource clock) {
        this.channels = channels;
        this.clock = clock;
    }

    /// The lane of a line now; empty if it has no channel.
    synchronized Optional<Lane> of(LineId line) {
        Optional<Channel> channel = channels.apply(line);
        if (channel.isEmpty()) {
            known.remove(line);
            return Optional.empty();
        }
        Lane lane = known.get(line);
        if (lane == null || !lane.channel().equals(channel.get())) {
            lane = laneTo(channel.get());
            known.put(line, lane);
        }
        return Optional.of(lane);
    }

    /// Every lane in use, once each.
    synchronized Set<Lane> all() {
        return new HashSet<>(known.values());
    }

    /// Forgets a line that is no longer served.
    synchronized void forget(LineId line) {
        known.remove(line);
    }

    private Lane laneTo(Channel channel) {
        return known.values().stream()
                .filter(lane -> lane.channel().equals(channel))
                .findFirst()
                .orElseGet(() -> new Lane(channel, clock));
    }
}
