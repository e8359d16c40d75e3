package org.esquive.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// When replies leave.
///
/// @param delay how long a reply waits
/// @param cover how long a neutral text waits that leaves before the first reply to a sender, if there is to be one
/// @param quiet hours in which no reply leaves, if there are
public record Timing(Delay delay, Optional<Delay> cover, Optional<Quiet> quiet) {
    /// 20 to 70 minutes, no cover, no quiet hours.
    public static final Timing USUAL = after(Delay.USUAL);

    /// The shortest time between a cover and the reply it covers.
    public static final Duration BETWEEN = Duration.ofMinutes(1);

    /// A delay and nothing else.
    public static Timing after(Delay delay) {
        return new Timing(delay, Optional.empty(), Optional.empty());
    }

    /// When a reply is due that is decided now. What quiet hours hold back is spread over as long a time after their
    /// end as the delay is spread, so that it does not leave all at once.
    ///
    /// @param chance from 0 (inclusive) to 1 (exclusive)
    /// @param zone the line's
    public Instant dueAt(Instant now, double chance, ZoneId zone) {
        Instant due = now.plus(delay.pick(chance));
        Instant allowed = quiet.map(hours -> hours.endFor(due, zone)).orElse(due);
        return allowed.equals(due) ? due : allowed.plus(delay.pick(chance).minus(delay.shortest()));
    }
}
