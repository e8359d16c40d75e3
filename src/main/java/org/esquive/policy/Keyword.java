package org.esquive.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.settings.CountryProfile;

/// A one-word wish of a sender that overrides the ordinary reply. [Vocabulary] hears it.
///
/// The words that hold everywhere are those that carriers and providers document (CTIA Messaging Principles, 2023;
/// AWS and Braze keyword lists, read November 2026), in English and French; a country's profile adds its own. HELP
/// also takes what a curious giver types, and the word for help in the neighbouring languages, because a person
/// asking for help must never get the ordinary text.
public enum Keyword {
    /// Send nothing more.
    STOP,
    /// Who are you, and where is help?
    HELP,
    /// Answer me again.
    START,
    /// No keyword: the ordinary case.
    NONE;

    /// The words that hold everywhere, in capitals without accents.
    static final Map<String, Keyword> EVERYWHERE = Stream.of(
                    words(
                            STOP,
                            "STOP STOPALL STOP_ALL END CANCEL UNSUBSCRIBE QUIT REVOKE OPTOUT OPT_OUT REMOVE "
                                    + "ARRET ARRETE ARRETER ARRETEZ TD"),
                    words(HELP, "HELP INFO AIDE TEST HILFE AYUDA AIUTO AJUDA HULP POMOC"),
                    words(START, "START UNSTOP"))
            .flatMap(words -> words.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// The keyword of what a country's words ask for.
    static Keyword of(CountryProfile.Wish wish) {
        return switch (wish) {
            case STOP -> STOP;
            case HELP -> HELP;
            case START -> START;
        };
    }

    private static Map<String, Keyword> words(Keyword keyword, String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toMap(word -> word, _ -> keyword));
    }
}
