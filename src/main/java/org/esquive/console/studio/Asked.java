package org.esquive.console.studio;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a form of the studio says, as it came.
///
/// @param line the line whose phone is shown; may be unknown
/// @param language the tag of the language; may be none
/// @param version the version that the fields follow; 0 if it says none
/// @param base the version that the fields began with; 0 if it says none
/// @param step the step that is meant, if one is
/// @param typed what stands in the fields
record Asked(
        @Nullable String line,
        String language,
        int version,
        int base,
        @Nullable Step step,
        Typed typed) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

    static Asked of(HttpServletRequest request) {
        String step = request.getParameter("step");
        return new Asked(
                request.getParameter("line"),
                request.getParameter("language") == null ? "" : request.getParameter("language"),
                number(request.getParameter("version")),
                number(request.getParameter("base")),
                step == null ? null : Step.of(step).orElse(null),
                Typed.of(request::getParameter));
    }

    /// Whether that may be the tag of a language, such as `pt-BR`.
    static boolean isTag(@Nullable String language) {
        return language != null && TAG.matcher(language).matches();
    }

    /// A number that was asked for; 0 if it is none.
    static int number(@Nullable String text) {
        return text != null && VERSION.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
