package org.esquive.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Somebody to turn to in a country: an emergency service or a help line.
///
/// @param kind what it is for
/// @param number as it is dialled in the country, such as `3919` or `0800 30 030`
/// @param way whether the number takes calls or texts
/// @param names what it is called, by language tag; at least one
/// @param hours when it answers, if that is known
/// @param languages the languages it speaks, as far as known
/// @param evidence who says so
public record HelpResource(
        Kind kind,
        String number,
        Way way,
        Map<String, String> names,
        Optional<Hours> hours,
        List<String> languages,
        Evidence evidence) {

    /// What a resource is for.
    public enum Kind {
        /// Danger now.
        EMERGENCY,
        /// Danger now, for who cannot speak or hear.
        EMERGENCY_BY_TEXT,
        /// Violence, stalking, sexual assault.
        VIOLENCE,
        /// Children and teenagers.
        MINORS,
        /// Victims of any offence.
        VICTIMS,
        /// Somebody who listens.
        LISTENING
    }

    /// How a number is reached.
    public enum Way {
        CALL,
        TEXT
    }

    /// When a resource answers, in its country's time.
    ///
    /// @param days on which days
    /// @param from from when, such as `09:00`
    /// @param to until when, such as `19:00`; midnight is `24:00`
    public record Hours(Days days, String from, String to) {

        /// Day and night, all year.
        public static final Hours ALWAYS = new Hours(Days.DAILY, "00:00", "24:00");

        /// The days of a week.
        public enum Days {
            DAILY,
            MON_SAT,
            MON_FRI
        }
    }

    /// A name and the language it is in.
    ///
    /// @param language the tag, such as `fr`
    /// @param words the name
    public record Name(String language, String words) {}

    public HelpResource {
        names = Map.copyOf(names);
        languages = List.copyOf(languages);
    }

    /// The number without separators, for a link.
    public String digits() {
        return number.chars()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Its name in the first of some languages that it has a name in, else in whichever comes first in the alphabet.
    public Name name(List<String> wanted) {
        String language = wanted.stream()
                .filter(names::containsKey)
                .findFirst()
                .orElseGet(() -> names.keySet().stream().min(String::compareTo).orElseThrow());
        return new Name(language, Objects.requireNonNull(names.get(language)));
    }
}
