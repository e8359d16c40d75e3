package org.esquive.console.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.esquive.message.Gsm7;
import org.esquive.message.Plain;
import org.esquive.message.Segments;
import org.esquive.settings.Wording;
import org.jspecify.annotations.Nullable;

/// What a text takes to be sent, as a keeper reads it beside the field.
///
/// @param encoding how it travels
/// @param units what it takes: septets or UTF-16 units
/// @param room what its segments hold
/// @param segments how many they are
/// @param cost the price of 1,000 replies in words; empty if there is none
/// @param outside the characters that keep it out of the 7-bit alphabet, at most [#MOST_NAMED]
/// @param more how many others there are
/// @param script whether it is written in letters that the 7-bit alphabet has none of, so that nothing can be done
/// @param plain the same in the 7-bit alphabet, if that can be had
record Meter(
        Segments.Encoding encoding,
        int units,
        int room,
        int segments,
        String cost,
        List<Outside> outside,
        int more,
        boolean script,
        @Nullable Suggestion plain) {
    /// Most characters that are named.
    static final int MOST_NAMED = 8;

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final int HUNDRED = 100;

    private static final Set<Character.UnicodeScript> FOLDING =
            Set.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.COMMON, Character.UnicodeScript.INHERITED);

    /// A character outside the alphabet.
    ///
    /// @param shown the character; empty if it cannot be seen
    /// @param code its number, such as `U+2019`
    /// @param name its name in Unicode, in small letters
    /// @param to what to use instead; empty to leave it out
    /// @param replaceable whether there is something to use instead
    /// @param count how often it is there
    record Outside(String shown, String code, String name, String to, boolean replaceable, long count) {}

    /// A text that says the same in the 7-bit alphabet.
    record Suggestion(String text, int segments) {}

    /// A part of a text.
    ///
    /// @param outside whether it is a character outside the alphabet that could be replaced
    record Piece(String text, boolean outside) {}

    static Meter of(String text, Price price, Locale locale) {
        Segments segments = Segments.of(text);
        Plain plain = isMeasured(text) ? Plain.of(text) : Plain.of("");
        boolean script = isForeign(plain);
        List<Outside> outside = outside(plain, text, script);
        boolean helps = segments.encoding() == Segments.Encoding.UCS_2
                && isMeasured(text)
                && plain.after().encoding() == Segments.Encoding.GSM_7;
        return new Meter(
                segments.encoding(),
                segments.units(),
                room(segments),
                segments.count(),
                price.thousand(segments.count(), locale),
                outside.stream().limit(MOST_NAMED).toList(),
                Math.max(0, outside.size() - MOST_NAMED),
                script,
                helps ? new Suggestion(plain.text(), plain.after().count()) : null);
    }

    /// How full the segments are.
    public int percent() {
        return Math.min(HUNDRED, units * HUNDRED / room);
    }

    /// How it is coloured: one segment is the goal.
    public String tone() {
        return segments > 1 ? "full" : "";
    }

    /// The parts of a text, so that what costs can be marked.
    static List<Piece> pieces(String text) {
        if (!isMeasured(text) || Gsm7.DEFAULT.isEncodable(text) || isForeign(Plain.of(text))) {
            return List.of(new Piece(text, false));
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder within = new StringBuilder();
        Matcher character = CHARACTER.matcher(text);
        while (character.find()) {
            if (Gsm7.DEFAULT.isEncodable(character.group())) {
                within.append(character.group());
            } else {
                add(pieces, within);
                pieces.add(new Piece(character.group(), true));
            }
        }
        add(pieces, within);
        return pieces;
    }

    private static void add(List<Piece> pieces, StringBuilder within) {
        if (!within.isEmpty()) {
            pieces.add(new Piece(within.toString(), false));
            within.setLength(0);
        }
    }

    /// What is too long to be sent is not looked at letter by letter.
    private static boolean isMeasured(String text) {
        return text.length() <= Wording.LONGEST;
    }

    private static int room(Segments segments) {
        Segments.Encoding encoding = segments.encoding();
        return segments.count() == 1 ? encoding.alone() : segments.count() * encoding.joined();
    }

    private static boolean isForeign(Plain plain) {
        return plain.left().stream().anyMatch(Meter::isForeignLetter);
    }

    private static boolean isForeignLetter(String character) {
        int first = character.codePointAt(0);
        return Character.isLetter(first) && !FOLDING.contains(Character.UnicodeScript.of(first));
    }

    private static List<Outside> outside(Plain plain, String text, boolean script) {
        if (script || plain.before().encoding() == Segments.Encoding.GSM_7) {
            return List.of();
        }
        Stream<Outside> replaced =
                plain.replacements().stream().map(each -> outside(each.from(), Optional.of(each.to()), each.count()));
        Stream<Outside> left = plain.left().stream()
                .sorted(Comparator.comparingInt(text::indexOf))
                .map(each -> outside(each, Optional.empty(), count(text, each)));
        return Stream.concat(replaced, left).toList();
    }

    private static Outside outside(String character, Optional<String> to, long count) {
        String code = codes(character);
        Predicate<Integer> isSeen = point -> switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
        boolean seen = character.codePoints().boxed().anyMatch(isSeen);
        String name = Optional.ofNullable(Character.getName(character.codePointAt(0)))
                .map(words -> words.toLowerCase(Locale.ROOT))
                .orElse("");
        return new Outside(seen ? character : "", code, name, to.orElse(""), to.isPresent(), count);
    }

    /// The numbers of a character that may be made of several.
    private static String codes(String character) {
        List<String> codes =
                character.codePoints().limit(2).mapToObj("U+%04X"::formatted).toList();
        return String.join(" ", codes) + (character.codePointCount(0, character.length()) > 2 ? " …" : "");
    }

    private static long count(String text, String character) {
        return CHARACTER
                .matcher(text)
                .results()
                .filter(found -> found.group().equals(character))
                .count();
    }
}
