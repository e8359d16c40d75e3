package org.esquive.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;

/// A phone number that we hold and that people give out.
///
/// @param id the short name of the line
/// @param number the number people give out; replies leave from it
/// @param country whose plan it belongs to, and by default the only country that is answered
/// @param alsoAnswered other countries whose senders are answered
/// @param zone the time zone in which its days are counted
/// @param language the language tag of its reply texts where the sender's country does not say better
/// @param channel the id of the channel it is reached through
/// @param status whether it answers
/// @param timing when replies leave
/// @param limits how much it answers
/// @param denied prefixes of numbers that are never answered, such as `+3363998`
/// @param keep what it keeps of what is written to it
public record Line(
        LineId id,
        PhoneNumber number,
        Country country,
        Set<Country> alsoAnswered,
        ZoneId zone,
        String language,
        String channel,
        Status status,
        Timing timing,
        Limits limits,
        List<String> denied,
        Keep keep) {

    /// A line that keeps nothing of what is written to it.
    public Line(
            LineId id,
            PhoneNumber number,
            Country country,
            Set<Country> alsoAnswered,
            ZoneId zone,
            String language,
            String channel,
            Status status,
            Timing timing,
            Limits limits,
            List<String> denied) {
        this(id, number, country, alsoAnswered, zone, language, channel, status, timing, limits, denied, Keep.NOTHING);
    }

    /// Whether a line answers.
    public enum Status {
        /// It counts and answers.
        OPEN,
        /// It counts and does not answer, until the keeper opens it again.
        MUTED,
        /// It counts, does not answer, and the page says that the number is no longer given out.
        RETIRED
    }

    public Line {
        alsoAnswered = Set.copyOf(alsoAnswered);
        denied = List.copyOf(denied);
    }

    /// Whether it keeps anything of what is written to it: then its page has to say so.
    public boolean keeps() {
        return keep.isOn();
    }

    /// The same line, answering or not.
    public Line with(Status other) {
        return new Line(
                id, number, country, alsoAnswered, zone, language, channel, other, timing, limits, denied, keep);
    }
}
