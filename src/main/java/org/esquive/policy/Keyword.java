package org.esquive.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /// French text shorthand for "please" that may follow the word.
    private static final Set<String> POLITE = Set.of("STP", "SVP");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS_AND_INVISIBLES = Pattern.compile("[\\p{M}\\p{Cf}]+");

    /// The keyword that a text is, whatever its case, accents, spaces, quotes, end punctuation and invisible
    /// characters;
    /// a keyword inside a sentence is no keyword, the same word twice is, and so is a word spelled out: `S.T.O.P`.
    public static Keyword of(String text) {
        String wish = text.strip();
        if (wish.length() > LONGEST) {
            return NONE;
        }
        List<String> words = split(plain(text));
        List<String> asked =
                words.size() > 1 && POLITE.contains(words.getLast()) ? words.subList(0, words.size() - 1) : words;
        String word = Set.copyOf(asked).size() == 1 ? asked.getFirst() : String.join("", asked);
        return WORDS.getOrDefault(word, NONE);
    }

    /// Capitals without accents; a letter of another script stays what it is, and so never looks like one of ours.
    private static String plain(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        String bare = ascii ? text : ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return bare.toUpperCase(Locale.ROOT);
    }

    /// The runs of letters and digits. Every text is asked for its keyword, so this spares the cost of a pattern.
    private static List<String> split(String plain) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
            if (!isOfAWord(plain.codePointAt(at))) {
                addUnlessEmpty(words, plain.substring(start, at));
                start = at + Character.charCount(plain.codePointAt(at));
            }
        }
        addUnlessEmpty(words, plain.substring(start));
        return words;
    }

    private static void addUnlessEmpty(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /// A letter or a number of any script.
    private static boolean isOfAWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static Map<String, Keyword> words(Keyword keyword, String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toMap(word -> word, _ -> keyword));
    }
}
