package org.esquive.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.LineId;
import org.esquive.settings.Line;

/// Sees channels that do not work for more than a minute, and that they work again.
final class ChannelSense implements Sense {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String NODE = "node";

    private final Outlook outlook;
    private final AlertBook book;
    private final Latch<String> down = new Latch<>(PATIENCE);
    private final Set<LineId> remembered = new HashSet<>();

    ChannelSense(Outlook outlook, AlertBook book) {
        this.outlook = outlook;
        this.book = book;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        List<Outlook.ChannelState> states = outlook.channels();
        List<Sighting> sightings = new ArrayList<>();
        for (Outlook.ChannelState state : states) {
            glance.settings().linesOf(state.id()).stream()
                    .findFirst()
                    .map(Line::id)
                    .ifPresent(line -> look(line, state, glance, sightings));
        }
        down.keepOnly(glance.settings().channels().stream()
                .map(channel -> channel.id())
                .collect(Collectors.toSet()));
        return sightings;
    }

    private void look(LineId line, Outlook.ChannelState state, Glance glance, List<Sighting> sightings) {
        remember(line);
        switch (down.note(state.id(), state.down(), glance.steady())) {
            case BEGAN ->
                sightings.add(new Sighting(
                        line, AlertKind.CHANNEL_DOWN, facts(Map.of("channel", state.id(), "cause", state.cause()))));
            case ENDED -> sightings.add(new Sighting(line, AlertKind.CHANNEL_UP, facts(Map.of("channel", state.id()))));
            case NONE -> {}
        }
    }

    /// Of several nodes each says what it sees.
    private Map<String, String> facts(Map<String, String> seen) {
        Map<String, String> facts = new HashMap<>(seen);
        outlook.node().ifPresent(node -> facts.put(NODE, node));
        return Map.copyOf(facts);
    }

    /// That it is down was said before the program started, if nobody said since that it works.
    private void remember(LineId line) {
        if (!remembered.contains(line)) {
            book.last(line, AlertKind.CHANNEL_DOWN)
                    .filter(alert -> book.last(line, AlertKind.CHANNEL_UP)
                            .filter(up -> up.at().isAfter(alert.at()))
                            .isEmpty())
                    .map(Figures.Alert::facts)
                    .filter(facts ->
                            facts.getOrDefault(NODE, "").equals(outlook.node().orElse("")))
                    .map(facts -> facts.getOrDefault("channel", ""))
                    .ifPresent(down::saidBefore);
            boolean _ = remembered.add(line);
        }
    }
}
