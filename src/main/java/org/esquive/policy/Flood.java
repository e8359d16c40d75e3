package org.esquive.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.esquive.settings.FloodLimits;

/// Whether more comes in than a line is used to, told from a few numbers that are updated with each text.
///
/// Too many newcomers stop the replies of the line: that is what a forger or a crowd looks like, and each of them
/// would be answered. Too many texts of a few senders are a flood too, told to the keeper and counted apart, but
/// replies go on: texts beyond the fifth cost nothing, and one script must not silence a line for everybody.
///
/// It begins at a rate and ends once that rate stayed below half of it for a while, so that it does not flicker; only
/// newcomers keep the replies stopped.
///
/// @param rates what came in this minute and the one before
/// @param usual the line's own past
/// @param cause what began it; empty if it is calm, and kept for a while after the end
/// @param since when it began
/// @param until when it ends, if no more comes
public record Flood(Rates rates, Usual usual, Optional<Hold.Cause> cause, Instant since, Instant until) {
    /// Nothing ever came in.
    public static final Flood NONE = new Flood(Rates.NONE, Usual.NONE, Optional.empty(), Instant.EPOCH, Instant.EPOCH);

    /// So many times more than usual is too much.
    private static final int FACTOR = 5;

    /// A crowd of people with so few texts each, in tenths of a text, is none.
    private static final int TENTHS_OF_ROBOTS = 11;

    /// So many texts a person are a script.
    private static final int TEXTS_OF_A_SCRIPT = 10;

    /// From so many people on the ratio of texts to people says something.
    private static final int A_CROWD = 10;

    /// How far back replies that wait belong to a flood which is just seen.
    static final Duration ONSET = Duration.ofMinutes(2);

    /// A text that comes in.
    ///
    /// @param at when
    /// @param newcomer whether its sender never texted before, or was forgotten
    /// @param lastAt when the sender texted before
    public record Coming(Instant at, boolean newcomer, Optional<Instant> lastAt) {}

    /// Whether it is a flood at a moment.
    public boolean isOn(Instant now) {
        return cause.isPresent() && now.isBefore(until);
    }

    /// Whether replies are stopped by it.
    public boolean stops(Instant now) {
        return isOn(now) && isStopping(cause.get());
    }

    /// The flood as a keeper should read it, if there is one.
    public Optional<Hold> hold(Instant now) {
        return isOn(now) ? cause.map(what -> Hold.until(what, until)) : Optional.empty();
    }

    /// Since when replies that wait are to a flood that was not seen yet.
    public Instant onset() {
        return since.minus(ONSET);
    }

    /// The state once a text came in.
    ///
    /// @param zone whose calendar the days of the past are of
    Flood after(Coming text, FloodLimits limits, ZoneId zone) {
        Rates next = rates.after(text);
        boolean on = isOn(text.at());
        Usual past = usual.after(day(text.at(), zone), on ? Rates.NONE : next);
        int newcomers = atLeast(limits.sendersPerMinute(), past.newcomers());
        int texts = atLeast(limits.textsPerMinute(), past.texts());
        Optional<Hold.Cause> seen = seen(next, text.at(), newcomers, texts);
        if (seen.isPresent() && (!on || (isStopping(seen.get()) && !stops(text.at())))) {
            return new Flood(next, past, seen, text.at(), text.at().plus(limits.calm()));
        }
        boolean goesOn = on
                && (isStopping(cause.orElseThrow())
                        ? isHalf(next.newcomersAt(text.at()), newcomers)
                        : isHalf(next.textsAt(text.at()), texts));
        return new Flood(next, past, cause, since, goesOn ? text.at().plus(limits.calm()) : until);
    }

    /// The day of a moment. That of the minute that is counted is known.
    private long day(Instant moment, ZoneId zone) {
        return Windows.minuteOf(moment) == rates.minute()
                ? usual.day()
                : LocalDate.ofInstant(moment, zone).toEpochDay();
    }

    private static Optional<Hold.Cause> seen(Rates rates, Instant now, int newcomers, int texts) {
        double people = rates.peopleAt(now);
        double written = rates.textsAt(now);
        double strangers = rates.newcomersAt(now);
        if (strangers > newcomers) {
            return Optional.of(Hold.Cause.NEWCOMERS);
        }
        if (isHalf(strangers, newcomers) && people >= A_CROWD && written * 10 < people * TENTHS_OF_ROBOTS) {
            return Optional.of(Hold.Cause.BOTNET);
        }
        if (written > texts) {
            return Optional.of(Hold.Cause.TEXTS);
        }
        boolean fewWriteAll = isHalf(written, texts) && written > people * TEXTS_OF_A_SCRIPT;
        return fewWriteAll ? Optional.of(Hold.Cause.SCRIPT) : Optional.empty();
    }

    private static boolean isStopping(Hold.Cause cause) {
        return cause == Hold.Cause.NEWCOMERS || cause == Hold.Cause.BOTNET;
    }

    private static boolean isHalf(double rate, int most) {
        return rate * 2 > most;
    }

    /// What a keeper says is the least; zero is for looking away.
    private static int atLeast(int limit, int usual) {
        return limit == 0 ? Integer.MAX_VALUE : Math.max(limit, FACTOR * usual);
    }
}
