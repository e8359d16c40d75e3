package org.esquive.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Figures as people read them.
final class Spoken {
    private static final int SECONDS_SHOWN = 120;
    private static final int MINUTES_SHOWN = 120;

    private Spoken() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String money(BigDecimal value) {
        return String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
    }

    /// Two figures at the most: `36 s`, `4 min`, `15 h`.
    static String time(Duration time) {
        if (time.toSeconds() < SECONDS_SHOWN) {
            return time.plusMillis(999).toSeconds() + " s";
        }
        return time.toMinutes() < MINUTES_SHOWN ? time.toMinutes() + " min" : time.toHours() + " h";
    }
}
