package org.esquive.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Segments;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Countries;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.KeeperPhone;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;

/// What a line's keeper decided, arranged for deciding: made once for each version of the settings.
///
/// @param line the line
/// @param channel what it shares with the other lines of its channel
/// @param ownLines the numbers of every line of this installation
/// @param keepers the phones of keepers
/// @param panic whether all replies are stopped
/// @param texts reply texts by language tag; the line's language is always among them
/// @param echoes our own texts, to know them when they come back
/// @param segments our own texts with how many segments each is
/// @param vocabulary the words that are wishes at this line
/// @param countries what is special about each country
public record Rules(
        Line line,
        ChannelRules channel,
        Set<PhoneNumber> ownLines,
        Set<PhoneNumber> keepers,
        boolean panic,
        Map<String, ReplyTexts> texts,
        Echoes echoes,
        Map<String, Integer> segments,
        Vocabulary vocabulary,
        Countries countries) {

    /// What comes with the program: the same for every line.
    ///
    /// @param texts the shipped reply texts, by language tag
    /// @param countries what is special about each country
    /// @param usualCaps what a kind of channel bears, by its name
    public record Shipped(Map<String, ReplyTexts> texts, Countries countries, Function<String, Caps> usualCaps) {}

    /// The rules of one line under some settings.
    public static Rules of(Line line, Settings settings, Shipped shipped) {
        Map<String, ReplyTexts> texts = new HashMap<>(shipped.texts());
        texts.putAll(settings.texts());
        List<String> words =
                texts.values().stream().flatMap(Rules::words).distinct().toList();
        return new Rules(
                line,
                channel(line, settings, shipped.usualCaps()),
                settings.lines().stream().map(Line::number).collect(Collectors.toUnmodifiableSet()),
                settings.keepers().stream().map(KeeperPhone::number).collect(Collectors.toUnmodifiableSet()),
                settings.panic(),
                Map.copyOf(texts),
                Echoes.of(words),
                words.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), word -> Segments.of(word).count())),
                shipped.countries().of(line.country()).map(Vocabulary::of).orElse(Vocabulary.EVERYWHERE),
                shipped.countries());
    }

    private static ChannelRules channel(Line line, Settings settings, Function<String, Caps> usualCaps) {
        List<Line> lines = settings.linesOf(line.channel());
        LineId home = lines.stream()
                .map(Line::id)
                .min(Comparator.comparing(LineId::value))
                .orElse(line.id());
        Optional<ChannelSettings> channel = settings.channel(line.channel());
        Caps caps = channel.map(known -> known.caps().laidOver(usualCaps.apply(known.kind())))
                .orElse(Caps.NONE);
        Prices prices = channel.map(ChannelSettings::prices).orElse(Prices.NONE);
        return new ChannelRules(
                line.channel(), home, caps, prices, lines.getFirst().zone());
    }

    private static Stream<String> words(ReplyTexts texts) {
        return Stream.of(
                        texts.ladder().stream(),
                        Stream.of(texts.help(), texts.stop(), texts.start()),
                        texts.cover().stream())
                .flatMap(Function.identity());
    }

    /// The line's budget, of which some is spent.
    public Budget budget(Spending spending) {
        return new Budget(Hold.Scope.LINE, line.limits().caps(), spending, line.zone());
    }

    /// Everything that keeps the line from answering somebody now, as a keeper and a visitor should know it.
    ///
    /// @param record what is remembered of the line
    /// @param spent what all lines of its channel said
    public List<Hold> holds(LineRecord record, Spending spent, Instant now) {
        List<Hold> holds = new ArrayList<>();
        byKeeper().ifPresent(holds::add);
        record.breaker().hold(now).ifPresent(holds::add);
        record.flood().hold(now).ifPresent(holds::add);
        holds.addAll(budget(record.spending()).holds(now));
        holds.addAll(channel.budget(spent).holds(now));
        return holds;
    }

    /// What a keeper stopped.
    Optional<Hold> byKeeper() {
        if (panic) {
            return Optional.of(Hold.byKeeper(Hold.Cause.PANIC));
        }
        return switch (line.status()) {
            case OPEN -> Optional.empty();
            case MUTED -> Optional.of(Hold.byKeeper(Hold.Cause.MUTED));
            case RETIRED -> Optional.of(Hold.byKeeper(Hold.Cause.RETIRED));
        };
    }

    /// The wish that a text to this line is.
    public Keyword keyword(Inbound inbound) {
        return vocabulary.keyword(inbound);
    }

    /// Whether the number is that of an emergency service or help line, of whatever country.
    boolean neverAnswers(PhoneNumber number) {
        return countries.isNeverAnswered(number);
    }

    /// Whether replies that wait may leave.
    public boolean letsRepliesLeave() {
        return byKeeper().isEmpty();
    }

    boolean owns(PhoneNumber number) {
        return ownLines.contains(number);
    }

    boolean isKeeper(PhoneNumber number) {
        return keepers.contains(number);
    }

    boolean answers(Country country) {
        return country.equals(line.country()) || line.alsoAnswered().contains(country);
    }

    boolean denies(PhoneNumber number) {
        for (String beginning : line.denied()) {
            if (number.e164().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /// Segments of a text, of ours or not.
    public int segments(String text) {
        Integer known = segments.get(text);
        return known == null ? Segments.of(text).count() : known;
    }

    /// The language a sender of a country is answered in: theirs if we have it, else the line's.
    String languageFor(Country country) {
        return countries
                .of(country)
                .map(CountryProfile::language)
                .orElseGet(() -> Languages.of(country))
                .filter(texts::containsKey)
                .orElse(line.language());
    }
}
