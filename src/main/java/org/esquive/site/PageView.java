package org.esquive.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the public page shows.
///
/// @param language the language of the page
/// @param line the line it gives out; none before the first one is set up
/// @param pause that it does not answer for now; none if it does
/// @param counts what it counted
/// @param others the other lines
/// @param help whom to turn to
record PageView(
        String language,
        @Nullable LineView line,
        @Nullable Pause pause,
        Counts counts,
        List<OtherLine> others,
        HelpView help) {

    /// The line, in words.
    ///
    /// @param national the number as people of its country write it
    /// @param international the number with its country code
    /// @param isLong whether the number needs smaller figures to stay on one line of a phone
    /// @param retired whether it is no longer given out
    /// @param fiction whether the number is reserved for fiction, as in a demonstration
    /// @param pause how long an answer takes
    /// @param textLanguage the language of the text below
    /// @param text the first text a sender gets
    record LineView(
            String national,
            String international,
            boolean isLong,
            boolean retired,
            boolean fiction,
            Wait pause,
            String textLanguage,
            String text) {}

    /// A way to another line.
    ///
    /// @param id names its page
    /// @param shown its number with country code
    record OtherLine(String id, String shown) {}
}
