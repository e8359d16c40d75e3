package org.esquive.policy;

import java.util.Locale;

/// Recognises our own words when they come back from another service that repeats what it gets. This is a
/// courtesy, not the guard against loops: that one counts texts and never compares them.
final class Echo {
    private Echo() {}

    /// A text longer than this is not one of ours, and not worth folding.
    private static final int LONGEST = 1_000;

    /// The form in which two texts are the same text: letters and digits, in lower case.
    static String form(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        StringBuilder form = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(form::appendCodePoint);
        return form.toString().toLowerCase(Locale.ROOT);
    }
}
