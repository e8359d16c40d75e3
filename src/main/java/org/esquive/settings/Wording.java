package org.esquive.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.message.Plain;
import org.esquive.message.Segments;

/// What every text of ours must be before it may leave: some words, not too many, no link, and nothing that no phone
/// can show. A link in an unexpected text looks like fraud and is filtered by carriers; on a phone even `word.word`
/// becomes one.
public final class Wording {
    /// A text longer than this is refused unread, in characters: no text of ten segments is longer.
    public static final int LONGEST = 1_600;
    /// Most segments of a text.
    public static final int MOST_SEGMENTS = 10;

    /// What there is to say of a text.
    public enum Remark {
        /// It has no words.
        EMPTY(true),
        /// It has more than [#LONGEST] characters.
        TOO_LONG(true),
        /// It has a character that no phone shows, such as U+0007.
        UNSHOWABLE(true),
        /// It has something that a phone shows as a link.
        LINK(true),
        /// It has more than [#MOST_SEGMENTS] segments.
        TOO_MANY_SEGMENTS(true),
        /// It has several segments, and each is billed.
        SEVERAL_SEGMENTS(false),
        /// It has characters outside the 7-bit alphabet, so a segment holds less than half.
        OUTSIDE_ALPHABET(false);

        private final boolean problem;

        Remark(boolean problem) {
            this.problem = problem;
        }

        /// Whether such a text is refused; otherwise the keeper should know.
        public boolean isProblem() {
            return problem;
        }
    }

    /// Most characters that a warning names.
    private static final int MOST_NAMED = 5;

    private static final Pattern LINK =
            Pattern.compile("://|www\\.|[\\p{L}\\p{N}]\\.\\p{L}{2}|[0-9]\\.[0-9]+\\.[0-9]+\\.[0-9]");

    /// Control characters but for tab and line ends, halves of a character, and what Unicode never assigns.
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}&&[^\\t\\n\\r]]");

    private final String path;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Wording(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// What there is to say of a text that stands at a path of the document.
    static Findings check(String path, String text) {
        Wording wording = new Wording(path, text);
        of(text).forEach(wording::say);
        return new Findings(wording.problems, wording.warnings);
    }

    /// What there is to say of a text, problems first.
    public static List<Remark> of(String text) {
        if (text.isBlank()) {
            return List.of(Remark.EMPTY);
        }
        if (text.length() > LONGEST) {
            return List.of(Remark.TOO_LONG);
        }
        Segments segments = Segments.of(text);
        boolean isLong = segments.count() > MOST_SEGMENTS;
        List<Remark> remarks = new ArrayList<>();
        add(remarks, Remark.UNSHOWABLE, unshowable(text).isPresent());
        add(remarks, Remark.LINK, LINK.matcher(text.toLowerCase(Locale.ROOT)).find());
        add(remarks, Remark.TOO_MANY_SEGMENTS, isLong);
        add(remarks, Remark.SEVERAL_SEGMENTS, segments.count() > 1 && !isLong);
        add(remarks, Remark.OUTSIDE_ALPHABET, segments.encoding() == Segments.Encoding.UCS_2 && !isLong);
        return List.copyOf(remarks);
    }

    /// The first character of a text that no phone shows, as `U+0007`, if it has one.
    public static Optional<String> unshowable(String text) {
        Matcher found = UNSHOWABLE.matcher(text);
        return found.find() ? Optional.of("U+%04X".formatted(found.group().codePointAt(0))) : Optional.empty();
    }

    private static void add(List<Remark> remarks, Remark remark, boolean applies) {
        if (applies) {
            remarks.add(remark);
        }
    }

    private void say(Remark remark) {
        switch (remark) {
            case EMPTY -> problem("no words", "a text, such as \"Nothing more will be sent to you.\"");
            case TOO_LONG ->
                problem("%,d characters".formatted(text.length()), "at most %,d, better 160".formatted(LONGEST));
            case UNSHOWABLE ->
                problem(
                        "the character " + unshowable(text).orElseThrow() + ", which no phone shows",
                        "the text without it; type the words anew rather than pasting them");
            case LINK ->
                problem(
                        "something that a phone shows as a link",
                        "words without an address, and a space after each full stop, such as"
                                + " \"Please stop. Thank you.\"");
            case TOO_MANY_SEGMENTS ->
                problem(
                        "%d segments".formatted(Segments.of(text).count()),
                        "at most %d, better one".formatted(MOST_SEGMENTS));
            case SEVERAL_SEGMENTS ->
                warn("it takes %d segments, and each is billed; one is the goal"
                        .formatted(Segments.of(text).count()));
            case OUTSIDE_ALPHABET -> warn(outside(Plain.of(text)));
        }
    }

    /// Why the text does not fit the alphabet, and how it would: with the words of it that a keeper has to look
    /// for.
    private static String outside(Plain plain) {
        String replaced = plain.replacements().stream()
                .limit(MOST_NAMED)
                .map(each -> "%s by %s".formatted(each.from(), each.to().isEmpty() ? "nothing" : each.to()))
                .collect(Collectors.joining(", "));
        String left = plain.left().stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(" "));
        return "it has characters outside the 7-bit alphabet, so a segment holds 70 instead of 160"
                + (replaced.isEmpty() ? "" : "; replace " + replaced)
                + (left.isEmpty() ? "" : "; do without " + left);
    }

    private void warn(String note) {
        warnings.add(new Warning(path, note));
    }

    private void problem(String found, String expected) {
        problems.add(new Problem(path, found, expected));
    }
}
