package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.esquive.message.LineId;
import org.esquive.policy.Reason;

/// What happened, in order, for whoever reads all of it: a page at a time backwards, or as it comes. No read
/// costs more however many texts there are.
public interface Chronicle {
    /// The most that is read at once.
    int MOST = 1_000;

    /// How many texts are looked through for a page of those that were asked for.
    int LOOKED_THROUGH = 20_000;

    /// Texts that whoever follows may be behind before the oldest are skipped.
    int MOST_BEHIND = 10_000;

    /// The latest texts of a line that are left when older ones are skipped.
    int LEFT = 1_000;

    /// How old a text is before it is told to whoever follows: those that came before it are written by then.
    Duration LAG = Duration.ofSeconds(10);

    /// Which decisions are asked for.
    ///
    /// @param before texts with a lower id than this
    /// @param from received at this moment or later
    /// @param to received before this moment
    /// @param reason not answered for this reason
    /// @param state answered by a reply that stands so
    /// @param most 1 to [#MOST]
    record Wanted(
            LineId line,
            long before,
            Instant from,
            Instant to,
            Optional<Reason> reason,
            Optional<ReplyState> state,
            int most) {

        /// Whether only some of the texts are asked for.
        public boolean isFiltered() {
            return reason.isPresent() || state.isPresent();
        }
    }

    /// A page of something, newest first.
    ///
    /// @param next what to go on before; empty at the end. A page may be short, or empty, and not be the last
    /// one.
    record Page<T>(List<T> items, OptionalLong next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// A reply came to stand somewhere.
    ///
    /// @param place rises with each commit
    /// @param text the text it answers
    record ReplyNews(long place, LineId line, long text, ReplyState state) {}

    /// What was skipped.
    ///
    /// @param to texts up to this one
    /// @param texts how many
    record Skipped(long to, long texts) {}

    /// A page of decisions, without the covers that leave before replies.
    Page<Figures.Entry> decisions(Wanted wanted);

    /// A page of alerts of all lines, the last written first.
    ///
    /// @param before alerts in a place before this
    /// @param most 1 to [#MOST]
    Page<AlertBook.Written> alerts(long before, int most);

    /// The decisions of some lines behind a text, oldest first. Whoever goes on behind the last of them misses
    /// none: a text is told once none that came before it can still be written. Nothing is told while commits
    /// are slow.
    ///
    /// @param after texts with a higher id than this
    /// @param now the time of day
    /// @param most 1 to [#MOST]
    List<Figures.Entry> following(Collection<LineId> lines, long after, Instant now, int most);

    /// What is to be skipped so that only the latest are left, if more wait than [#MOST_BEHIND].
    Optional<Skipped> tooFarBehind(Collection<LineId> lines, long after, Instant now);

    /// From now on notes what becomes of replies, or no longer does. While nobody wants to know, it costs
    /// nothing.
    void noteReplies(boolean wanted);

    /// What became of replies, in order, behind a place.
    ///
    /// @param most 1 to [#MOST]
    List<ReplyNews> replies(long after, int most);

    /// The place of the news that was written last; 0 if there never was one.
    long lastReply();

    /// Forgets news of replies up to a place.
    void forgetReplies(long upTo);
}
