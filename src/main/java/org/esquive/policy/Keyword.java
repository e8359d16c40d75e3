package org.esquive.policy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A one-word wish of a sender that overrides the ordinary reply.
///
/// The words are those that carriers and providers document (CTIA Messaging Principles, 2023; AWS and Braze keyword
/// lists, read November 2026), in English and French. HELP also takes what a curious giver types, and the word for help
/// in the neighbouring languages, because a person asking for help must never get the ordinary text.
public enum Keyword {
    /// Send nothing more.
    STOP,
    /// Who are you, and where is help?
    HELP,
    /// Answer me again.
    START,
    /// No keyword: the ordinary case.
    NONE;

    /// A keyword with its punctuation is no longer than this; anything longer is an ordinary text.
    private static final int LONGEST = 40;

    private static final Map<String, Keyword> WORDS = Stream.of(
                    words(
                            STOP,
                            "STOP STOPALL END CANCEL UNSUBSCRIBE QUIT REVOKE OPTOUT REMOVE ARRET ARRETE ARRETER TD"),
                    words(HELP, "HELP INFO AIDE TEST HILFE AYUDA AIUTO AJUDA HULP POMOC"),
                    words(START, "START UNSTOP"))
            .flatMap(words -> words.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// French text shorthand for "please" that may follow the word.
    private static final Set<String> POLITE = Set.of("STP", "SVP");

    /// The keyword that a text is, whatever its case, accents, spaces, quotes and end punctuation; a keyword inside a
    /// sentence is no keyword, the same word twice is.
    public static Keyword of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return NONE;
        }
        List<String> words = Arrays.stream(plain(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> asked =
                words.size() > 1 && POLITE.contains(words.getLast()) ? words.subList(0, words.size() - 1) : words;
        String word = asked.stream().distinct().count() == 1 ? asked.getFirst() : String.join("", asked);
        return WORDS.getOrDefault(word, NONE);
    }

    /// Capitals without accents; a letter of another script stays what it is, and so never looks like one of ours.
    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return apart.replaceAll("\\p{M}+", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Keyword> words(Keyword keyword, String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toMap(word -> word, _ -> keyword));
    }
}
