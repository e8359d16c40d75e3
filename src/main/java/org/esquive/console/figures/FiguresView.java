package org.esquive.console.figures;

import java.util.List;
import org.esquive.console.Bars;
import org.jspecify.annotations.Nullable;

/// What the page of figures shows.
///
/// @param lines the lines to choose from, all together first
/// @param units hours, days and months to choose from
/// @param title the window in words
/// @param zone whose days they are
/// @param previous the address of the window before
/// @param next that of the one after; empty if it has not begun
/// @param export the address of the same as a file, without its form
/// @param told the figures; nothing if the ledger cannot be read
record FiguresView(
        List<Tab> lines,
        List<Tab> units,
        String title,
        String zone,
        String previous,
        String next,
        String export,
        @Nullable Told told) {

    /// One of several to choose from.
    ///
    /// @param name the end of a message key, or the id of a line
    /// @param link its address
    /// @param here whether it is the one that is shown
    record Tab(String name, String link, boolean here) {}

    /// The figures.
    ///
    /// @param texts as far as people sent them
    /// @param raid texts that came in a flood
    /// @param senders who were new
    /// @param replies answers decided
    /// @param silent texts not answered
    /// @param money what the answers cost, by currency
    /// @param textBars texts by span
    /// @param answerBars answers and silences by span
    /// @param moneyBars what answers cost by span, if all lines pay in one currency
    /// @param silences by reason, most first
    /// @param states what became of answers, most first
    /// @param countries of senders, most first; the one without a name is none
    /// @param longTextsDropped long texts that gave way to others before they were whole
    /// @param rows the same as a table
    record Told(
            long texts,
            long raid,
            long senders,
            long replies,
            long silent,
            List<String> money,
            Bars textBars,
            Bars answerBars,
            @Nullable Bars moneyBars,
            List<Share> silences,
            List<Share> states,
            List<Share> countries,
            long longTextsDropped,
            List<Row> rows) {

        /// All texts.
        public long all() {
            return texts + raid;
        }
    }

    /// How often.
    record Share(String name, long count) {}

    /// A span in numbers.
    ///
    /// @param link where it is seen closer; empty if nowhere
    /// @param money what the answers cost; empty if it is not known
    record Row(
            String name, String link, long texts, long raid, long senders, long replies, long silent, String money) {}
}
