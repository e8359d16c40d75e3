package org.esquive.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.Countries;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;

/// What a line's keeper decided, arranged for deciding: made once for each version of the settings.
///
/// @param line the line
/// @param ownLines the numbers of every line of this installation
/// @param texts reply texts by language tag; the line's language is always among them
/// @param echoes our own texts in the form of [Echo], to know them when they come back
/// @param vocabulary the words that are wishes at this line
/// @param countries what is special about each country
public record Rules(
        Line line,
        Set<PhoneNumber> ownLines,
        Map<String, ReplyTexts> texts,
        Set<String> echoes,
        Vocabulary vocabulary,
        Countries countries) {

    /// The rules of one line under some settings.
    ///
    /// @param shipped the reply texts that come with the program, by language tag
    /// @param countries what is special about each country
    public static Rules of(Line line, Settings settings, Map<String, ReplyTexts> shipped, Countries countries) {
        Map<String, ReplyTexts> texts = new HashMap<>(shipped);
        texts.putAll(settings.texts());
        Set<PhoneNumber> own = settings.lines().stream().map(Line::number).collect(Collectors.toUnmodifiableSet());
        Set<String> echoes = texts.values().stream()
                .flatMap(of -> Stream.concat(of.ladder().stream(), Stream.of(of.help(), of.stop(), of.start())))
                .map(Echo::form)
                .collect(Collectors.toUnmodifiableSet());
        Vocabulary vocabulary = countries.of(line.country()).map(Vocabulary::of).orElse(Vocabulary.EVERYWHERE);
        return new Rules(line, own, Map.copyOf(texts), echoes, vocabulary, countries);
    }

    /// The wish that a text to this line is.
    public Keyword keyword(Inbound inbound) {
        return vocabulary.keyword(inbound);
    }

    /// Whether the number is that of an emergency service or help line, of whatever country.
    boolean neverAnswers(PhoneNumber number) {
        return countries.isNeverAnswered(number);
    }

    boolean owns(PhoneNumber number) {
        return ownLines.contains(number);
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

    LocalDate today(Moment moment) {
        return LocalDate.ofInstant(moment.now(), line.zone());
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
