package org.esquive.policy;

import java.time.LocalDate;

/// What a line has said so far: one row.
///
/// @param day the day, in the line's time zone, that the count below is of
/// @param repliesThatDay replies decided on that day
public record LineRecord(LocalDate day, int repliesThatDay) {
    /// A line that has said nothing yet.
    public static final LineRecord NEW = new LineRecord(LocalDate.EPOCH, 0);

    /// Replies decided on a day. A day before the one counted is a clock that went back: it gets no new
    /// allowance.
    public int repliesOn(LocalDate asked) {
        return asked.isAfter(day) ? 0 : repliesThatDay;
    }

    /// The record once a text was decided.
    public LineRecord after(Decision decision, LocalDate today) {
        return decision instanceof Decision.Reply
                ? new LineRecord(today.isAfter(day) ? today : day, repliesOn(today) + 1)
                : this;
    }
}
