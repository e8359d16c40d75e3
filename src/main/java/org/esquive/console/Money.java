package org.esquive.console;

import java.text.NumberFormat;
import java.util.Locale;
import org.esquive.settings.Prices;

/// How amounts of money are written.
public final class Money {
    private static final char HARD_SPACE = '\u00a0';

    private Money() {}

    /// An amount with its currency, such as `3.07 EUR`.
    ///
    /// @param micros in millionths
    /// @param currency three capital letters; may be empty
    public static String written(long micros, String currency, Locale locale) {
        NumberFormat money = NumberFormat.getNumberInstance(locale);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        return money.format((double) micros / Prices.MICROS) + (currency.isEmpty() ? "" : HARD_SPACE + currency);
    }
}
