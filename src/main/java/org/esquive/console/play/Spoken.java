package org.esquive.console.play;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.esquive.rehearsal.Figure.Amount;

/// Figures as a keeper reads them.
///
/// @param locale of the page
/// @param currency of the money
record Spoken(Locale locale, String currency) {
    /// Where the stories happen.
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final int SECONDS_SHOWN = 120;
    private static final int MINUTES_SHOWN = 120;
    private static final char HARD_SPACE = '\u00a0';

    String amount(Amount amount) {
        return switch (amount) {
            case Amount.Count(long number) -> number(number);
            case Amount.Money(var value) -> money(value);
            case Amount.Wait(var time) -> time.map(Spoken::time).orElse("–");
        };
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String money(BigDecimal value) {
        NumberFormat money = NumberFormat.getNumberInstance(locale);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        money.setRoundingMode(RoundingMode.HALF_UP);
        return money.format(value) + HARD_SPACE + currency;
    }

    /// Two figures at the most, with signs that are the same in the languages of the console.
    static String time(Duration time) {
        if (time.toSeconds() < SECONDS_SHOWN) {
            return time.plusMillis(999).toSeconds() + " s";
        }
        return time.toMinutes() < MINUTES_SHOWN ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    /// A moment of a story.
    String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(PARIS));
    }
}
