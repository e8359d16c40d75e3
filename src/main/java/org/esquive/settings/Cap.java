package org.esquive.settings;

import java.util.Locale;

/// One kind of limit on what is said: so much of something in each window of time.
public enum Cap {
    REPLIES_PER_MINUTE(Measure.REPLIES, Period.MINUTE),
    REPLIES_PER_DAY(Measure.REPLIES, Period.DAY),
    REPLIES_PER_MONTH(Measure.REPLIES, Period.MONTH),
    RECIPIENTS_PER_DAY(Measure.RECIPIENTS, Period.DAY),
    RECIPIENTS_PER_MONTH(Measure.RECIPIENTS, Period.MONTH),
    NEW_RECIPIENTS_PER_HOUR(Measure.NEW_RECIPIENTS, Period.HOUR),
    NEW_RECIPIENTS_PER_DAY(Measure.NEW_RECIPIENTS, Period.DAY),
    MONEY_PER_DAY(Measure.MONEY, Period.DAY),
    MONEY_PER_MONTH(Measure.MONEY, Period.MONTH);

    private final Measure measure;
    private final Period period;

    Cap(Measure measure, Period period) {
        this.measure = measure;
        this.period = period;
    }

    /// What it counts.
    public Measure measure() {
        return measure;
    }

    /// In which windows.
    public Period period() {
        return period;
    }

    /// The word that keepers write, such as `replies-per-day`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
