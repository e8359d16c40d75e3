package org.esquive.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Our own words, to know them when another service repeats what it gets. This is a courtesy, not the guard against
/// loops: that one counts texts and never compares them.
///
/// @param forms our texts, letters and digits alone, in lower case
/// @param shortest characters of the shortest of them: most texts of people have fewer
public record Echoes(Set<String> forms, int shortest) {
    /// A text longer than this is not one of ours, and not worth folding.
    private static final int LONGEST = 1_000;

    public Echoes {
        forms = Set.copyOf(forms);
    }

    /// The echoes of some texts.
    static Echoes of(Collection<String> texts) {
        Set<String> forms = texts.stream().map(Echoes::form).collect(Collectors.toUnmodifiableSet());
        return new Echoes(forms, forms.stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE));
    }

    /// Whether a text is one of ours.
    boolean have(String text) {
        return text.length() >= shortest && text.length() <= LONGEST && forms.contains(form(text));
    }

    private static String form(String text) {
        StringBuilder form = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(form::appendCodePoint);
        return form.toString().toLowerCase(Locale.ROOT);
    }
}
