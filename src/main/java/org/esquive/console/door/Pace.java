package org.esquive.console.door;

import java.time.Duration;
import java.time.Instant;

/// How fast something may go: a bucket that begins full, and into which one drop falls at a time.
///
/// A bucket is remembered as the moment at which it is full again; one that is full is not remembered at all.
///
/// @param most drops in a full bucket
/// @param refill the time between two drops
record Pace(int most, Duration refill) {

    /// When a bucket that is full at a moment will be full once a drop is taken.
    Instant afterOne(Instant full, Instant now) {
        return (full.isBefore(now) ? now : full).plus(refill);
    }

    /// How long until there is a drop to take; zero if there is one.
    Duration untilOne(Instant full, Instant now) {
        Duration lacking = Duration.between(now.plus(refill.multipliedBy(most)), afterOne(full, now));
        return lacking.isNegative() ? Duration.ZERO : lacking;
    }
}
