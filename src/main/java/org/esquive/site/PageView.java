package org.esquive.site;

import java.util.List;
import org.esquive.settings.Line;
import org.jspecify.annotations.Nullable;

/// Everything a public page shows.
///
/// @param line the line it gives out; none before the first one is set up
/// @param pause that it does not answer for now; none if it does
/// @param counted what it counted; none if that is nothing, or too little to hide in
/// @param others the other lines
/// @param help whom to turn to
/// @param today the day on which this was so
record PageView(
        @Nullable LineView line,
        @Nullable Pause pause,
        @Nullable Counted counted,
        List<OtherLine> others,
        HelpView help,
        String today) {

    /// The line, in words.
    ///
    /// @param id its name
    /// @param national the number as people of its country write it
    /// @param international the number with its country code
    /// @param isLong whether the number needs smaller figures to stay on one line of a phone
    /// @param retired whether it is no longer given out
    /// @param fiction whether the number is reserved for fiction, as in a demonstration
    /// @param delay how long an answer takes
    /// @param said what senders get
    /// @param qr the number for another phone
    /// @param at where its pages are
    record LineView(
            String id,
            String national,
            String international,
            boolean isLong,
            boolean retired,
            boolean fiction,
            Wait delay,
            Said said,
            QrCode qr,
            At at) {

        /// A number of more characters than this is set smaller.
        static final int SHORT = 14;

        static boolean isRetired(Line line) {
            return line.status() == Line.Status.RETIRED;
        }
    }

    /// What senders get, in the language they get it in.
    ///
    /// @param language the tag of that language
    /// @param cover the neutral word that leaves first; empty if there is none
    /// @param first the first text a sender gets
    /// @param more what they get if they go on, the next two at most
    record Said(String language, String cover, String first, List<String> more) {}

    /// Where the pages of a line are.
    ///
    /// @param page its page
    /// @param print its cards and its poster
    /// @param contact its contact
    record At(String page, String print, String contact) {}

    /// Sums, as they are written in the language of the page; what is too little is empty.
    record Counted(String texts, String replies, String raid) {}

    /// A way to another line.
    ///
    /// @param country where it is, in the language of the page
    /// @param href its page
    /// @param shown its number with country code
    record OtherLine(String country, String href, String shown) {}
}
