package org.esquive.site;

import java.time.Duration;
import org.esquive.settings.Delay;

/// How long an answer takes, in the words of the page: about so many of a unit, never the exact bounds, which
/// would tell an attacker what to expect.
///
/// @param unit the end of a message key: `seconds`, `minutes` or `hours`
/// @param amount how many, rounded
record Wait(String unit, long amount) {
    private static final Duration SECONDS = Duration.ofSeconds(90);
    private static final long MOST_MINUTES = 90;
    private static final long STEP = 5;

    /// Less than two of a unit is told as two, so that no language needs a word for one.
    private static final long FEWEST = 2;

    /// The amount in figures that every phone has, for the languages whose own are others.
    public String figures() {
        return Long.toString(amount);
    }

    static Wait of(Delay delay) {
        Duration middle = delay.shortest().plus(delay.longest()).dividedBy(2);
        if (middle.compareTo(SECONDS) < 0) {
            return new Wait("seconds", middle.toSeconds());
        }
        long minutes = Math.max(FEWEST, middle.toMinutes());
        if (minutes <= MOST_MINUTES) {
            return new Wait("minutes", minutes < STEP ? minutes : Math.round((double) minutes / STEP) * STEP);
        }
        return new Wait("hours", Math.max(FEWEST, Math.round(minutes / 60.0)));
    }
}
