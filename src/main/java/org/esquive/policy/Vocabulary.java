package org.esquive.policy;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.message.Inbound;
import org.esquive.settings.CountryProfile;

/// The words that are wishes at a line: those that hold everywhere, and those of its country. Made once for each
/// version of the settings; nearly every text is known as ordinary by one look-up of its first word.
public final class Vocabulary {
    /// The words that hold everywhere.
    public static final Vocabulary EVERYWHERE = new Vocabulary(Keyword.EVERYWHERE);

    /// A keyword with its punctuation, however often repeated, is no longer than one segment.
    private static final int LONGEST = 160;

    /// French text shorthand for "please" that may follow the word.
    private static final Set<String> POLITE = Set.of("STP", "SVP");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS_AND_INVISIBLES = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private final Map<String, Keyword> words;

    /// The first words of all of them.
    private final Set<String> beginnings;

    private Vocabulary(Map<String, Keyword> words) {
        this.words = Map.copyOf(words);
        this.beginnings =
                words.keySet().stream().map(word -> word.split("_", 2)[0]).collect(Collectors.toUnmodifiableSet());
    }

    /// The words that hold everywhere and those of a country; what a word means everywhere it also means there.
    static Vocabulary of(CountryProfile profile) {
        Map<String, Keyword> words = new HashMap<>(Keyword.EVERYWHERE);
        profile.keywords()
                .forEach(keywords ->
                        keywords.words().forEach(word -> words.putIfAbsent(word, Keyword.of(keywords.wish()))));
        return new Vocabulary(words);
    }

    /// The keyword that a text is. A piece of a long text is none, whatever it says: no keyword is that long.
    public Keyword keyword(Inbound inbound) {
        return inbound.isPiece() ? Keyword.NONE : keyword(inbound.text());
    }

    /// The keyword that words are, whatever its case, accents, spaces, quotes, end punctuation and invisible
    /// characters; a keyword inside a sentence is no keyword, the same word twice is, and so is a word spelled
    /// out: `S.T.O.P`.
    public Keyword keyword(String text) {
        if (!mayBeginPlainly(text)) {
            return Keyword.NONE;
        }
        String wish = text.strip();
        if (wish.length() > LONGEST) {
            return Keyword.NONE;
        }
        Matcher word = WORD.matcher(plain(wish));
        if (!word.find() || !mayBegin(word.group())) {
            return Keyword.NONE;
        }
        List<String> found = word.reset().results().map(MatchResult::group).toList();
        boolean polite = found.size() > 1 && POLITE.contains(found.getLast());
        return words.getOrDefault(joined(polite ? found.subList(0, found.size() - 1) : found), Keyword.NONE);
    }

    /// Whether a keyword may begin with the first word of a text, as far as plain letters tell without taking the
    /// text apart: nearly every text is known as ordinary by that.
    private boolean mayBeginPlainly(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) < 0x80 && !isPlainLetter(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && isPlainLetter(text.charAt(end))) {
            end++;
        }
        boolean plain = end > start && (end == text.length() || text.charAt(end) < 0x80);
        return !plain || mayBegin(text.substring(start, end).toUpperCase(Locale.ROOT));
    }

    private static boolean isPlainLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }

    /// Whether a keyword may begin with the word: most texts are known as ordinary by their first.
    private boolean mayBegin(String word) {
        return word.length() == 1 || beginnings.contains(word);
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
}
