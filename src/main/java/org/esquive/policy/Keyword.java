package org.esquive.policy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.message.Inbound;

/// A one-word wish of a sender that overrides the ordinary reply.
///
/// The words are those that carriers and providers document (CTIA Messaging Principles, 2023; AWS and Braze
/// keyword lists, read November 2026), in English and French. HELP also takes what a curious giver types, and the
/// word for help in the neighbouring languages, because a person asking for help must never get the ordinary
/// text.
public enum Keyword {
    /// Send nothing more.
    STOP,
    /// Who are you, and where is help?
    HELP,
    /// Answer me again.
    START,
    /// No keyword: the ordinary case.
    NONE;

    /// A keyword with its punctuation, however often repeated, is no longer than one segment.
    private static final int LONGEST = 160;

    private static final Map<String, Keyword> WORDS = Stream.of(
                    words(
                            STOP,
                            "STOP STOPALL STOP_ALL END CANCEL UNSUBSCRIBE QUIT REVOKE OPTOUT OPT_OUT REMOVE "
                                    + "ARRET ARRETE ARRETER ARRETEZ TD"),
                    words(HELP, "HELP INFO AIDE TEST HILFE AYUDA AIUTO AJUDA HULP POMOC"),
                    words(START, "START UNSTOP"))
            .flatMap(words -> words.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// The first words of all of them.
    private static final Set<String> BEGINNINGS =
            WORDS.keySet().stream().map(word -> word.split("_", 2)[0]).collect(Collectors.toUnmodifiableSet());

    /// French text shorthand for "please" that may follow the word.
    private static final Set<String> POLITE = Set.of("STP", "SVP");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS_AND_INVISIBLES = Pattern.compile("[\\p{M}\\p{Cf}]+");

    /// The keyword that a text is. A piece of a long text is none, whatever it says: no keyword is that long.
    public static Keyword of(Inbound inbound) {
        return inbound.isPiece() ? NONE : of(inbound.text());
    }

    /// The keyword that words are, whatever its case, accents, spaces, quotes, end punctuation and invisible
    /// characters; a keyword inside a sentence is no keyword, the same word twice is, and so is a word spelled
    /// out: `S.T.O.P`.
    public static Keyword of(String text) {
        String wish = text.strip();
        if (wish.length() > LONGEST) {
            return NONE;
        }
        Matcher word = WORD.matcher(plain(wish));
        if (!word.find() || !mayBegin(word.group())) {
            return NONE;
        }
        List<String> words = word.reset().results().map(MatchResult::group).toList();
        boolean polite = words.size() > 1 && POLITE.contains(words.getLast());
        return WORDS.getOrDefault(joined(polite ? words.subList(0, words.size() - 1) : words), NONE);
    }

    /// Whether a keyword may begin with the word: most texts are known as ordinary by their first.
    private static boolean mayBegin(String word) {
        return word.length() == 1 || BEGINNINGS.contains(word);
    }

    private static String joined(List<String> words) {
        if (words.stream().distinct().count() == 1) {
            return words.getFirst();
        }
        boolean spelled = words.stream().allMatch(word -> word.length() == 1);
        return String.join(spelled ? "" : "_", words);
    }

    /// Capitals without accents; a letter of another script stays what it is, and so never looks like one of
    /// ours.
    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS_AND_INVISIBLES.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Keyword> words(Keyword keyword, String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toMap(word -> word, _ -> keyword));
    }
}
