package org.esquive.policy;

import java.time.Instant;
import java.util.Optional;
import org.esquive.settings.Line;

/// What is remembered of a line: one row.
///
/// @param spending what it said
/// @param flood what came in
/// @param breaker what became of what it said
public record LineRecord(Spending spending, Flood flood, Breaker breaker) {
    /// A line to which nothing ever came.
    public static final LineRecord NEW = new LineRecord(Spending.NONE, Flood.NONE, Breaker.NONE);

    /// The record once a text came in, before it is decided: the text that makes a flood is part of it.
    ///
    /// @param keyword what it asks for
    /// @param wasAnswered whether its sender was answered before
    public LineRecord noting(Flood.Coming text, Line line, Keyword keyword, boolean wasAnswered) {
        Breaker known = keyword == Keyword.STOP && wasAnswered ? breaker.afterStop() : breaker;
        return new LineRecord(spending, flood.after(text, line.limits().flood(), line.zone()), known.at(text.at()));
    }

    /// The record once a reply was decided.
    public LineRecord after(Expense expense, Rules rules, Instant now) {
        return new LineRecord(rules.budget(spending).after(expense, now).spending(), flood, breaker.afterReply());
    }

    /// The record once it is known what became of some replies.
    public LineRecord afterEnd(int ended, int undeliverable) {
        return new LineRecord(spending, flood, breaker.afterEnd(ended, undeliverable));
    }

    /// Why nobody is answered now, if that is so.
    Optional<Hold> stopped(Instant now) {
        return breaker.hold(now).or(() -> flood.stops(now) ? flood.hold(now) : Optional.empty());
    }
}
