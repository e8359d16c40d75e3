package org.esquive.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.message.Country;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;

/// What a line's keeper decided, arranged for deciding: made once for each version of the settings.
///
/// @param line the line
/// @param ownLines the numbers of every line of this installation
/// @param texts reply texts by language tag; the line's language is always among them
/// @param echoes our own texts in the form of [Echo], to know them when they come back
public record Rules(Line line, Set<PhoneNumber> ownLines, Map<String, ReplyTexts> texts, Set<String> echoes) {

    /// The rules of one line under some settings.
    ///
    /// @param shipped the reply texts that come with the program, by language tag
    public static Rules of(Line line, Settings settings, Map<String, ReplyTexts> shipped) {
        Map<String, ReplyTexts> texts = new HashMap<>(shipped);
        texts.putAll(settings.texts());
        Set<PhoneNumber> own = settings.lines().stream().map(Line::number).collect(Collectors.toUnmodifiableSet());
        Set<String> echoes = texts.values().stream()
                .flatMap(of -> Stream.concat(of.ladder().stream(), Stream.of(of.help(), of.stop(), of.start())))
                .map(Echo::form)
                .collect(Collectors.toUnmodifiableSet());
        return new Rules(line, own, Map.copyOf(texts), echoes);
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
        return Languages.of(country).filter(texts::containsKey).orElse(line.language());
    }
}
