package org.esquive.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.message.Plain;
import org.esquive.message.Segments;

/// What every text of ours must be before it may leave: some words, not too many, and no link. A link in an
/// unexpected text looks like fraud and is filtered by carriers; on a phone even `word.word` becomes one.
final class Wording {
    /// A text longer than this is refused unread, in characters: no text of ten segments is longer.
    static final int LONGEST = 1_600;
    /// Most segments of a text.
    static final int MOST_SEGMENTS = 10;

    /// Most characters that a warning names.
    private static final int MOST_NAMED = 5;

    private static final Pattern LINK =
            Pattern.compile("://|www\\.|[\\p{L}\\p{N}]\\.\\p{L}{2}|[0-9]\\.[0-9]+\\.[0-9]+\\.[0-9]");

    private final String path;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Wording(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// What is to say of a text that stands at a path of the document.
    static Findings check(String path, String text) {
        Wording wording = new Wording(path, text);
        wording.check();
        return new Findings(wording.problems, wording.warnings);
    }

    private void check() {
        if (text.isBlank()) {
            problem("no words", "a text, such as \"Nothing more will be sent to you.\"");
        } else if (text.length() > LONGEST) {
            problem("%,d characters".formatted(text.length()), "at most %,d, better 160".formatted(LONGEST));
        } else {
            checkLink();
            checkSegments();
        }
    }

    private void checkLink() {
        if (LINK.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            problem(
                    "something that a phone shows as a link",
                    "words without an address, and a space after each full stop, such as \"Please stop. Thank you.\"");
        }
    }

    private void checkSegments() {
        Segments segments = Segments.of(text);
        if (segments.count() > MOST_SEGMENTS) {
            problem("%d segments".formatted(segments.count()), "at most %d, better one".formatted(MOST_SEGMENTS));
            return;
        }
        if (segments.count() > 1) {
            warn("it takes %d segments, and each is billed; one is the goal".formatted(segments.count()));
        }
        if (segments.encoding() == Segments.Encoding.UCS_2) {
            warn(outside(Plain.of(text)));
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
