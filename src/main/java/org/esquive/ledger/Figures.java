package org.esquive.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.message.Country;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.esquive.policy.Hold;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Reason;
import org.esquive.policy.Spending;

/// What the pages show: no text, no number, and no query whose cost grows with the traffic of a flood.
public interface Figures {

    /// Sums of a line over the hours that begin in a span of time.
    ///
    /// @param texts texts counted
    /// @param senders senders who were new, or forgotten before
    /// @param replies replies decided
    /// @param segments segments of those replies
    /// @param raid texts that came in a flood
    /// @param money what the replies cost, in millionths of the currency
    /// @param silences texts not answered, by reason
    /// @param states replies by where they came to stand; DUE and SENDING are not among them
    record Totals(
            long texts,
            long senders,
            long replies,
            long segments,
            long raid,
            long money,
            Map<Reason, Long> silences,
            Map<ReplyState, Long> states) {
        /// Nothing happened.
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, Map.of(), Map.of());

        /// These and others together.
        public Totals plus(Totals others) {
            return new Totals(
                    texts + others.texts,
                    senders + others.senders,
                    replies + others.replies,
                    segments + others.segments,
                    raid + others.raid,
                    money + others.money,
                    sum(silences, others.silences),
                    sum(states, others.states));
        }

        /// Texts that people sent, as far as can be told.
        public long organic() {
            return texts - raid;
        }
    }

    /// Sums of a line over one of several spans of time.
    ///
    /// @param from when the span begins
    /// @param totals the sums of its hours
    /// @param countries texts by the country of their senders, [Tally#OTHER_COUNTRY] among them
    /// @param longTextsDropped long texts that gave way to others before they were whole
    record Period(Instant from, Totals totals, Map<Country, Long> countries, long longTextsDropped) {

        /// The sums of this span over this line and others.
        public Period plus(Period others) {
            return new Period(
                    from,
                    totals.plus(others.totals),
                    sum(countries, others.countries),
                    longTextsDropped + others.longTextsDropped);
        }
    }

    private static <K> Map<K, Long> sum(Map<K, Long> some, Map<K, Long> others) {
        Map<K, Long> sums = new HashMap<>(some);
        others.forEach((key, count) -> sums.merge(key, count, Long::sum));
        return Map.copyOf(sums);
    }

    /// The most spans that are added up at once.
    int MOST_PERIODS = 1_000;

    /// A text with its decision, as a keeper sees it.
    ///
    /// @param id the text
    /// @param at when it was received
    /// @param sender whose it is
    /// @param n which text of that sender
    /// @param reason why it was not answered, if it was not
    /// @param held what the reason is, more exactly, where it may pass
    /// @param reply what was answered, if it was
    record Entry(
            long id,
            LineId line,
            Instant at,
            Fingerprint sender,
            int n,
            Optional<Reason> reason,
            Optional<Held> held,
            Optional<Reply> reply) {}

    /// What held an answer back, as it was when it did.
    ///
    /// @param scope whose limit or state it was
    /// @param cause what it was
    record Held(Hold.Scope scope, Hold.Cause cause) {}

    /// A reply as a keeper sees it.
    ///
    /// @param answer which of our texts
    /// @param state where it stands
    /// @param dueAt when it may leave, or might have
    /// @param detail what the network said, if it refused, or why nobody knows
    record Reply(Decision.Answer answer, ReplyState state, Instant dueAt, Optional<String> detail) {}

    /// Something a keeper should see: once a cause, not once a text.
    ///
    /// @param id rises with time
    /// @param at when it was raised
    /// @param kind what happened
    /// @param sender who it is about, if it is about a sender
    /// @param facts figures and names by a word for each, such as `cap` and `spent`; no number of a person
    record Alert(
            long id, LineId line, Instant at, AlertKind kind, Optional<Fingerprint> sender, Map<String, String> facts) {

        public Alert {
            facts = Map.copyOf(facts);
        }
    }

    /// What is remembered of a line.
    LineRecord line(LineId line);

    /// What all lines of a channel said.
    Spending channel(String channel);

    /// Sums over the hours that begin at or after `from` and before `to`.
    Totals totals(LineId line, Instant from, Instant to);

    /// Sums over the spans between one bound and the next, of the hours that begin in each.
    ///
    /// Hours that are over for [Ledger#HOURS_KEPT] are one with their day, and stand where that day begins:
    /// there spans of days and months are as exact as ever, and shorter ones are not.
    ///
    /// @param bounds rising, 2 to [#MOST_PERIODS] and one
    List<Period> periods(LineId line, List<Instant> bounds);

    /// How many texts people sent in each hour that begins at or after `from` and before `to`; an hour without
    /// any is not there. What came in a flood is left out.
    Map<Instant, Long> textsByHour(LineId line, Instant from, Instant to);

    /// The latest texts of a line with an id above `after`, newest first.
    ///
    /// @param most 1 to 1,000
    List<Entry> latest(LineId line, long after, int most);

    /// Looks for texts of a line.
    Search.Found find(LineId line, Search search);

    /// One text of a line.
    Optional<Entry> entry(LineId line, long id);

    /// The latest alerts of a line, newest first.
    List<Alert> alerts(LineId line, int most);
}
