package org.esquive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.message.LineId;

/// The alerts of all lines in the order in which they were written, and how far each destination was told of
/// them. Each method is one transaction, durable when it returns.
public interface AlertBook {
    /// The most that is read at once.
    int MOST = 1_000;

    /// An alert in its place.
    ///
    /// @param place rises with each commit: whoever read up to a place missed nothing before it, although
    /// an alert may be of a text that came earlier
    record Written(long place, Figures.Alert alert) {}

    /// How far a destination was told.
    ///
    /// @param upTo every alert up to this place
    /// @param at when it was told last; 1970 if it never was
    /// @param day the day of that, in days since 1970
    /// @param times how often it was told on that day
    record Told(long upTo, Instant at, long day, int times) {}

    /// Writes alerts that no text raised. One that is written already stays as it is.
    void raise(List<Figures.Alert> alerts);

    /// The alerts behind a place, in order.
    ///
    /// @param most 1 to [#MOST]
    List<Written> after(long place, int most);

    /// The latest alerts of all lines, the last written first.
    ///
    /// @param most 1 to [#MOST]
    List<Figures.Alert> latest(int most);

    /// The latest alert of a kind on a line. Walks through the alerts of the line: for a start, not for each
    /// text.
    Optional<Figures.Alert> last(LineId line, AlertKind kind);

    /// The place of the alert that was written last; 0 if there never was one.
    long end();

    /// How far a destination was told, if it ever was noted.
    ///
    /// @param destination its id in the settings
    Optional<Told> told(String destination);

    /// Notes how far a destination was told.
    void note(String destination, Told told);
}
