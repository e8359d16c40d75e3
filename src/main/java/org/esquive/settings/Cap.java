package org.esquive.settings;

import java.util.Locale;

/// One kind of limit on what is said: so much of something in each window of time.
public enum Cap {
    REPLIES_PER_MINUTE(0, Measure.REPLIES, Period.MINUTE),
    REPLIES_PER_DAY(1, Measure.REPLIES, Period.DAY),
    REPLIES_PER_MONTH(2, Measure.REPLIES, Period.MONTH),
    RECIPIENTS_PER_DAY(3, Measure.RECIPIENTS, Period.DAY),
    RECIPIENTS_PER_MONTH(4, Measure.RECIPIENTS, Period.MONTH),
    NEW_RECIPIENTS_PER_HOUR(5, Measure.NEW_RECIPIENTS, Period.HOUR),
    NEW_RECIPIENTS_PER_DAY(6, Measure.NEW_RECIPIENTS, Period.DAY),
    MONEY_PER_DAY(7, Measure.MONEY, Period.DAY),
    MONEY_PER_MONTH(8, Measure.MONEY, Period.MONTH);

    private final int place;
    private final Measure measure;
    private final Period period;

    Cap(int place, Measure measure, Period period) {
        this.place = place;
        this.measure = measure;
        this.period = period;
    }

    /// Its place among the caps, from 0.
    public int place() {
        return place;
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
