package org.esquive.wiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.esquive.channel.Berths;
import org.esquive.channel.Channel;
import org.esquive.channel.ChannelKind;
import org.esquive.channel.Health;
import org.esquive.channel.Listener;
import org.esquive.channel.Webhook;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.intake.Intake;
import org.esquive.ledger.Nodes;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channels that are open under the settings in force. A change of the settings closes and opens those it
/// touches, and no other.
final class Channels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    private final Map<String, ChannelKind> kinds;
    private final Listener listener;
    private volatile Map<String, Open> open = Map.of();
    private volatile Map<LineId, String> channelOfLine = Map.of();

    /// A channel as it was asked for, and as it came to be.
    ///
    /// @param channel none if it could not be opened
    private record Open(
            ChannelSettings settings,
            List<Line> lines,
            @Nullable Channel channel,
            Health failure) {
        boolean isAskedForBy(Open other) {
            return channel != null && settings.equals(other.settings) && lines.equals(other.lines);
        }

        Health health() {
            return channel == null ? failure : channel.health();
        }
    }

    /// Hands everything to the front door, in the front door's words.
    private record FrontDoor(Intake intake, Reserve reserve, Nodes nodes, InstantSource clock) implements Listener {
        @Override
        public Berths berths(String channel, int links) {
            return nodes.areSeveral() ? new NodeBerths(nodes, channel, links, System::nanoTime) : Berths.ALL;
        }

        @Override
        public void linkBroke() {
            nodes.linkBroke(clock.instant());
        }

        @Override
        public void received(Inbound inbound, Consumer<Taken> answer) {
            if (reserve.isTouched()) {
                answer.accept(Taken.LATER);
                return;
            }
            intake.take(inbound, taken -> answer.accept(inWordsOfChannels(taken)));
        }

        @Override
        public void received(Receipt receipt, Consumer<Taken> answer) {
            intake.take(receipt, taken -> answer.accept(inWordsOfChannels(taken)));
        }

        private static Taken inWordsOfChannels(Intake.Taken taken) {
            return switch (taken) {
                case COMMITTED -> Taken.COMMITTED;
                case LATER -> Taken.LATER;
            };
        }
    }

    /// @param reserve while it is touched no text is taken
    Channels(List<ChannelKind> kinds, Intake intake, Reserve reserve, Nodes nodes, InstantSource clock) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(ChannelKind::name, Function.identity()));
        this.listener = new FrontDoor(intake, reserve, nodes, clock);
    }

    /// What the settings desk asks of the kinds.
    static SettingsDesk.Kinds asKinds(List<ChannelKind> kinds) {
        Map<String, Caps> caps = kinds.stream().collect(Collectors.toMap(ChannelKind::name, ChannelKind::usualCaps));
        return new SettingsDesk.Kinds(
                settings -> problems(kinds, settings), kind -> caps.getOrDefault(kind, Caps.CONSUMER_SIM));
    }

    /// What is wrong with the channels of some settings, in the words of their kinds.
    static List<Problem> problems(List<ChannelKind> kinds, Settings settings) {
        List<Problem> problems = new ArrayList<>();
        for (ChannelSettings channel : settings.channels()) {
            String path = "channels." + channel.id();
            Optional<ChannelKind> kind = kinds.stream()
                    .filter(each -> each.name().equals(channel.kind()))
                    .findFirst();
            if (kind.isEmpty()) {
                String known = kinds.stream().map(ChannelKind::name).sorted().collect(Collectors.joining(", "));
                problems.add(new Problem(path + ".kind", channel.kind(), "one of " + known));
            }
            kind.ifPresent(
                    each -> each.problems(channel).forEach(problem -> problems.add(new Problem(path, "", problem))));
        }
        return problems;
    }

    /// Opens what the settings ask for, and closes what they do not ask for any more.
    synchronized void serve(Settings settings) {
        Map<String, Open> before = open;
        Map<String, Open> after = new LinkedHashMap<>();
        List<Open> missing = new ArrayList<>();
        for (ChannelSettings channel : settings.channels()) {
            List<Line> lines = settings.linesOf(channel.id());
            Open asked = new Open(channel, lines, null, Health.UP);
            Open kept = before.get(channel.id());
            if (kept != null && kept.isAskedForBy(asked)) {
                after.put(channel.id(), kept);
            } else if (!lines.isEmpty()) {
                after.put(channel.id(), asked);
                missing.add(asked);
            }
        }
        before.forEach((id, was) -> {
            if (!was.equals(after.get(id))) {
                close(was);
            }
        });
        missing.forEach(asked -> after.put(asked.settings().id(), open(asked)));
        open = Map.copyOf(after);
        channelOfLine = settings.lines().stream().collect(Collectors.toUnmodifiableMap(Line::id, Line::channel));
    }

    /// The channel of a line, if it is open.
    Optional<Channel> of(LineId line) {
        return Optional.ofNullable(channelOfLine.get(line)).flatMap(this::channel);
    }

    /// The channel of that id, if it is open and called over HTTP.
    Optional<Webhook> webhook(String id) {
        return channel(id).filter(Webhook.class::isInstance).map(Webhook.class::cast);
    }

    /// How each channel is doing, by id.
    List<ChannelState> states() {
        return open.values().stream()
                .map(each -> new ChannelState(
                        each.settings().id(),
                        each.settings().kind(),
                        each.health().state().name(),
                        each.health().cause()))
                .sorted(Comparator.comparing(ChannelState::id))
                .toList();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Channels::close);
        open = Map.of();
    }

    private Optional<Channel> channel(String id) {
        return Optional.ofNullable(open.get(id)).flatMap(each -> Optional.ofNullable(each.channel()));
    }

    /// A channel that cannot be opened is shown as down; the others flow.
    private Open open(Open asked) {
        ChannelSettings settings = asked.settings();
        try {
            ChannelKind kind = Objects.requireNonNull(kinds.get(settings.kind()), "no such kind of channel");
            Channel channel = kind.open(settings, asked.lines(), listener);
            LOG.info("event=channel-opened channel={} kind={}", settings.id(), settings.kind());
            return new Open(settings, asked.lines(), channel, Health.UP);
        } catch (RuntimeException failure) {
            LOG.error(
                    "event=channel-not-opened channel={} kind={} failure={}",
                    settings.id(),
                    settings.kind(),
                    failure.getClass().getName());
            Health down = new Health(Health.State.DOWN, "It could not be opened: check its options in the settings.");
            return new Open(settings, asked.lines(), null, down);
        }
    }

    private static void close(Open was) {
        if (was.channel() != null) {
            was.channel().close();
            LOG.info("event=channel-closed channel={}", was.settings().id());
        }
    }
}
