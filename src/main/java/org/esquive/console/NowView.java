package org.esquive.console;

import java.util.List;
import java.util.Set;
import org.esquive.console.Surroundings.ChannelState;
import org.jspecify.annotations.Nullable;

/// Everything the page "Now" shows.
///
/// @param lines the ids of all lines
/// @param line the line shown; none before one is set up
/// @param readable whether the ledger could be read; if not, the figures below mean nothing
/// @param protection what holds the line, and what it may still say; none before a line is set up
/// @param stop who stopped all replies, if they are stopped
/// @param day what happened today
/// @param silences silences today by reason, most first
/// @param states what became of today's answers, most first
/// @param channels the channels
/// @param troubles what is wrong now
/// @param alerts the latest alerts, newest first
record NowView(
        List<String> lines,
        @Nullable LineView line,
        boolean readable,
        @Nullable ProtectionView protection,
        @Nullable StopView stop,
        DayView day,
        List<Row> silences,
        List<Row> states,
        List<ChannelState> channels,
        List<TroubleView> troubles,
        List<AlertView> alerts) {

    /// Whether a keeper stopped all replies.
    public boolean stopped() {
        return protection != null
                && protection.holds().stream().anyMatch(hold -> hold.advice().equals("panic"));
    }

    /// Texts today that were not answered.
    public long silent() {
        return silences.stream().mapToLong(Row::count).sum();
    }

    /// A line.
    ///
    /// @param number as people of its country write it
    /// @param memoryDays how long a silent sender is remembered
    /// @param limit how many texts of a sender it answers
    /// @param keeps whether it keeps anything of what is written to it
    record LineView(String id, String number, String status, long memoryDays, int limit, boolean keeps) {}

    /// What happened today.
    ///
    /// @param texts as far as people sent them
    /// @param raid texts that came in a flood
    /// @param senders who were new
    /// @param replies answers decided
    /// @param money what they cost; empty where nothing has a price
    /// @param hours texts by the hour
    record DayView(long texts, long raid, long senders, long replies, String money, Bars hours) {
        static final DayView NONE = new DayView(0, 0, 0, 0, "", new Bars(List.of(), "", ""));
    }

    /// Who stopped all replies.
    ///
    /// @param way the end of a message key: how they did
    /// @param who their name, or the redacted phone if they did by phone
    /// @param at when, in the line's time zone
    record StopView(String way, String who, String at) {
        private static final Set<String> WAYS = Set.of("console", "command", "file");
        private static final String PHONE = "keeper ";

        /// The author of a new installation's settings.
        private static final String NOBODY = "esquive";

        static StopView of(Surroundings.Stop stop, Times times) {
            String author = stop.author();
            String at = times.brief(stop.at());
            if (author.startsWith(PHONE)) {
                return new StopView("phone", author.substring(PHONE.length()), at);
            }
            if (author.equals(NOBODY)) {
                return new StopView("settings", "", at);
            }
            return WAYS.contains(author) ? new StopView(author, "", at) : new StopView("person", author, at);
        }
    }

    /// A name and how often.
    record Row(String name, long count) {}

    /// Something that is wrong.
    ///
    /// @param kind the end of a message key
    /// @param about a name or figure in the message
    /// @param hint what to do, if the message does not say it
    record TroubleView(String kind, String about, String hint) {}

    /// An alert, or several of one cause.
    ///
    /// @param title what happened, in a few words
    /// @param says the same with its figures
    /// @param at when, in the line's time zone
    /// @param urgent whether a keeper should look now
    record AlertView(String title, String says, String at, boolean urgent) {}
}
