package org.esquive.console.studio;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalLong;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.Settings;

/// What a segment costs to a number like the line's own.
///
/// @param currency three capital letters
/// @param micros millionths of it, if the channel has a price
record Price(String currency, OptionalLong micros) {
    private static final int REPLIES = 1_000;
    private static final char HARD_SPACE = '\u00a0';
    private static final int MOST_DECIMALS = 6;

    /// The price of a line's channel.
    static Price of(Line line, Settings settings) {
        Prices prices =
                settings.channel(line.channel()).map(ChannelSettings::prices).orElse(Prices.NONE);
        return new Price(
                prices.currency(),
                prices.perSegment().isEmpty()
                        ? OptionalLong.empty()
                        : prices.of(line.number().e164()));
    }

    /// The price of a segment in words; empty if there is none.
    String segment(Locale locale) {
        return micros.isPresent() ? money(micros.getAsLong(), MOST_DECIMALS, locale) : "";
    }

    /// The price of 1,000 replies in words; empty if there is none.
    String thousand(int segments, Locale locale) {
        return micros.isPresent() ? money(micros.getAsLong() * segments * REPLIES, 2, locale) : "";
    }

    private String money(long amount, int most, Locale locale) {
        NumberFormat money = NumberFormat.getNumberInstance(locale);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(most);
        return money.format((double) amount / Prices.MICROS) + HARD_SPACE + currency;
    }
}
