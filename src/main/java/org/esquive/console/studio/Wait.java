package org.esquive.console.studio;

import java.time.Duration;
import org.esquive.settings.Delay;

/// How long after a text something leaves, in words.
///
/// @param name the end of a message key
/// @param from the shortest; empty at once
/// @param to the longest; empty if it is the shortest
record Wait(String name, String from, String to) {
    private static final int SECONDS_SHOWN = 180;
    private static final int MINUTES_SHOWN = 180;

    /// At once.
    static final Wait NONE = new Wait("none", "", "");

    static Wait of(Delay delay) {
        if (delay.longest().isZero()) {
            return NONE;
        }
        return delay.shortest().equals(delay.longest())
                ? new Wait("fixed", spoken(delay.longest()), "")
                : new Wait("between", spoken(delay.shortest()), spoken(delay.longest()));
    }

    /// Seconds, minutes and hours have the same short signs in the languages of the console.
    private static String spoken(Duration time) {
        if (time.toSeconds() < SECONDS_SHOWN) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < MINUTES_SHOWN ? time.toMinutes() + " min" : time.toHours() + " h";
    }
}
