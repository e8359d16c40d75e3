package org.esquive.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.esquive.message.PhoneNumber;
import org.esquive.policy.Rules;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;

/// A keeper's own line, to be put in the place of a story's: with its limits, its times, its words, its prices and
/// what its channel bears. Only what the story decides is the story's: the number, the country its senders are of, the
/// calendar. That the line is muted or retired, and its list of denied numbers, say nothing about a story and are left
/// out.
///
/// @param line as its keeper set it up
/// @param caps what its channel says at the most, those of its kind included
/// @param prices what its channel charges
/// @param texts its reply texts, in its own language
public record OwnLine(Line line, Caps caps, Prices prices, ReplyTexts texts) {
    /// What the people of the stories write.
    private static final String FRENCH = "fr";

    private static final String FRENCH_NUMBERS = "+33";

    /// The line as it is in force.
    public static OwnLine of(Rules rules) {
        ReplyTexts texts =
                Objects.requireNonNull(rules.texts().get(rules.line().language()), "a line has texts in its language");
        return new OwnLine(rules.line(), rules.channel().caps(), rules.channel().prices(), texts);
    }

    /// What its replies cost at home: its own price of a segment where it has one, else that of 2017.
    public Tariff tariff() {
        OptionalLong price = atHome();
        return prices.perSegment().isEmpty() || price.isEmpty()
                ? Tariff.OF_2017
                : Tariff.ofSegment(prices.currency(), price.getAsLong());
    }

    /// The shortest time that anything waits before it leaves.
    Duration shortestWait() {
        Duration reply = line.timing().delay().shortest();
        return line.timing()
                .cover()
                .map(Delay::shortest)
                .filter(cover -> cover.compareTo(reply) < 0)
                .orElse(reply);
    }

    /// The settings of the story's line.
    ///
    /// @param number the story's
    /// @param besideEachOther whether numbers beside each other are a sign
    Settings inThePlaceOf(PhoneNumber number, boolean besideEachOther) {
        Line placed = new Line(
                Rehearsal.LINE,
                number,
                Rehearsal.FRANCE,
                Set.of(),
                Rehearsal.PARIS,
                FRENCH,
                Rehearsal.CHANNEL,
                Line.Status.OPEN,
                line.timing(),
                besideEachOther ? line.limits() : Protection.withoutNeighbours(line.limits()),
                List.of());
        ChannelSettings channel =
                new ChannelSettings(Rehearsal.CHANNEL, Rehearsal.CHANNEL, Map.of(), Map.of(), caps, pricesOfTheStory());
        return new Settings(List.of(placed), List.of(channel), Map.of(FRENCH, texts));
    }

    /// The people of the stories are French; those of the line are at home where it is, and cost what they cost there.
    private Prices pricesOfTheStory() {
        OptionalLong price = atHome();
        return prices.perSegment().isEmpty() || price.isEmpty()
                ? prices
                : new Prices(prices.currency(), Map.of(FRENCH_NUMBERS, price.getAsLong()));
    }

    /// The price of a segment to a number like the line's own.
    private OptionalLong atHome() {
        return prices.of(line.number().e164());
    }
}
