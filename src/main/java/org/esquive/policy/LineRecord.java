package org.esquive.policy;

import java.time.LocalDate;

/// What a line has said so far: one row.
///
/// @param day the day, in the line's time zone, that the count below is of
/// @param repliesThatDay replies decided on that day
public record LineRecord(LocalDate day, int repliesThatDay) {
    /// A line that has said nothing yet.
    public static final LineRecord NEW = new LineRecord(LocalDate.EPOCH, 0);

    /// Replies decided on a day.
    public int repliesOn(LocalDate asked) {
        return asked.equals(day) ? repliesThatDay : 0;
    }

    /// The record once a text was decided.
    public LineRecord after(Decision decision, LocalDate today) {
        return decision instanceof Decision.Reply ? new LineRecord(today, repliesOn(today) + 1) : this;
    }
}
