package org.esquive.console.change;

import java.text.NumberFormat;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Measure;
import org.esquive.settings.Prices;

/// How much a limit allows, as a keeper reads it.
///
/// @param currency of the channel
record CapWords(Phrases phrases, String currency) {
    private static final char HARD_SPACE = '\u00a0';

    /// An amount of what a cap counts.
    String of(Cap cap, long amount) {
        if (amount == Caps.MOST) {
            return phrases.say("settings.cap.none");
        }
        if (cap.measure() != Measure.MONEY) {
            return NumberFormat.getIntegerInstance(phrases.locale()).format(amount);
        }
        NumberFormat money = NumberFormat.getNumberInstance(phrases.locale());
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        return money.format((double) amount / Prices.MICROS) + HARD_SPACE + currency;
    }
}
