package org.esquive.message;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A suggestion that brings a text back to the 7-bit alphabet, where a segment holds more than twice as much: one
/// typographic apostrophe can make two segments five. Letters and signs of the alphabet (é è à ù Ç € …) are never
/// touched; what has no plain form, such as an emoji, stays as well and is listed.
///
/// @param text the suggested text
/// @param replacements what was replaced, in the order of its first appearance
/// @param left what keeps the text out of the alphabet all the same; empty if nothing does
/// @param before the segments of the text as it was
/// @param after the segments of the suggested text
public record Plain(String text, List<Replacement> replacements, Set<String> left, Segments before, Segments after) {

    /// One character, as a reader sees it, and its plain form.
    ///
    /// @param from as it was
    /// @param to its plain form; empty for an invisible character
    /// @param count how often
    public record Replacement(String from, String to, int count) {}

    /// One character as a reader sees it; French quotes take the no-break space beside them along.
    private static final Pattern CHARACTER = Pattern.compile("«[\\u00A0\\u202F]?|[\\u00A0\\u202F]?»|\\X");

    private static final Pattern MARKS_AND_INVISIBLES = Pattern.compile("[\\p{M}\\p{Cf}]+");

    /// Signs and letters whose plain form is not what Unicode calls their decomposition, by plain form.
    private static final Map<String, String> SIGNS = signs(
            "' ‘’‚‛′´`ʼʹ‹›＇",
            "\" “”„‟″«»",
            "- ‐‑‒–—―−•·‣◦▪●■⁃",
            "... ⋯",
            "oe œ",
            "OE Œ",
            "ae ӕ",
            "ss ẞ",
            "d đð",
            "D ĐÐ",
            "l ł",
            "L Ł",
            "h ħ",
            "H Ħ",
            "i ı",
            "th þ",
            "TH Þ",
            "o °",
            "x ×",
            "/ ÷⁄∕",
            "| ¦",
            "(c) ©",
            "(r) ®",
            "-> →⇒",
            "<- ←⇐",
            "<= ≤",
            ">= ≥");

    public Plain {
        replacements = List.copyOf(replacements);
        left = Set.copyOf(left);
    }

    /// The suggestion for a text; the same text again if it needs none.
    public static Plain of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Map<String, Replacement> replaced = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>();
        Matcher character = CHARACTER.matcher(text);
        while (character.find()) {
            String from = character.group();
            String to = fold(from);
            plain.append(to);
            if (!Gsm7.DEFAULT.isEncodable(to)) {
                left.add(from);
            } else if (!to.equals(from)) {
                replaced.merge(
                        from, new Replacement(from, to, 1), (one, _) -> new Replacement(from, to, one.count() + 1));
            }
        }
        return new Plain(
                plain.toString(),
                new ArrayList<>(replaced.values()),
                left,
                Segments.of(text),
                Segments.of(plain.toString()));
    }

    /// The plain form of a character, or the character itself if it is plain already or has none.
    private static String fold(String character) {
        if (Gsm7.DEFAULT.isEncodable(character)) {
            return character;
        }
        String sign = SIGNS.getOrDefault(character, character);
        if (!sign.equals(character)) {
            return sign;
        }
        String composed = Normalizer.normalize(character, Normalizer.Form.NFC);
        if (Gsm7.DEFAULT.isEncodable(composed)) {
            return composed;
        }
        String apart = Normalizer.normalize(signs(character), Normalizer.Form.NFKD);
        String folded = signs(MARKS_AND_INVISIBLES.matcher(apart).replaceAll(""));
        return Gsm7.DEFAULT.isEncodable(folded) ? folded : character;
    }

    private static String signs(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().mapToObj(Character::toString).forEach(sign -> plain.append(SIGNS.getOrDefault(sign, sign)));
        return plain.toString();
    }

    private static Map<String, String> signs(String... rows) {
        Map<String, String> signs = new HashMap<>();
        signs.put("\t", " ");
        List.of("«\u00A0", "«\u202F", "\u00A0»", "\u202F»").forEach(quote -> signs.put(quote, "\""));
        signs.put("\u2028", "\n");
        signs.put("\u2029", "\n");
        for (String row : rows) {
            String[] columns = row.split(" ", 2);
            columns[1].codePoints().forEach(sign -> signs.put(Character.toString(sign), columns[0]));
        }
        return Map.copyOf(signs);
    }

    /// Without the words.
    @Override
    public String toString() {
        return "Plain[before=%s, after=%s]".formatted(before, after);
    }
}
