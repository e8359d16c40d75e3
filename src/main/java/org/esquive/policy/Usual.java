package org.esquive.policy;

import java.util.ArrayList;
import java.util.List;

/// What a line is used to: the busiest minute of each of the last 14 days, and the middle one of them.
///
/// @param day the day that is not over, counted since 1970
/// @param textsToday texts in the busiest minute of it, so far
/// @param newcomersToday newcomers in the busiest minute of it, so far
/// @param pastTexts the same of up to 14 days before, the latest last
/// @param pastNewcomers the same of up to 14 days before, the latest last
public record Usual(
        long day, int textsToday, int newcomersToday, List<Integer> pastTexts, List<Integer> pastNewcomers) {
    /// No past yet.
    public static final Usual NONE = new Usual(0, 0, 0, List.of(), List.of());

    /// How far back a line remembers.
    public static final int DAYS = 14;

    /// With fewer days than this nothing is usual.
    private static final int FEWEST = 3;

    public Usual {
        pastTexts = List.copyOf(pastTexts);
        pastNewcomers = List.copyOf(pastNewcomers);
    }

    /// The past once a minute came to so much. Of a flood nothing is learnt.
    Usual after(long today, Rates rates) {
        Usual now = today > day ? begin(today) : this;
        if (rates.texts() <= now.textsToday && rates.newcomers() <= now.newcomersToday) {
            return now;
        }
        return new Usual(
                now.day,
                Math.max(now.textsToday, rates.texts()),
                Math.max(now.newcomersToday, rates.newcomers()),
                now.pastTexts,
                now.pastNewcomers);
    }

    /// Texts in a usual day's busiest minute.
    int texts() {
        return middle(pastTexts);
    }

    /// Newcomers in a usual day's busiest minute.
    int newcomers() {
        return middle(pastNewcomers);
    }

    private Usual begin(long today) {
        long silent = day == 0 ? 0 : Math.min(today - day - 1, DAYS);
        return day == 0
                ? new Usual(today, 0, 0, List.of(), List.of())
                : new Usual(
                        today,
                        0,
                        0,
                        shifted(pastTexts, textsToday, silent),
                        shifted(pastNewcomers, newcomersToday, silent));
    }

    /// The day that is over, and days on which nothing came.
    private static List<Integer> shifted(List<Integer> past, int over, long silent) {
        List<Integer> days = new ArrayList<>(past);
        days.add(over);
        for (long i = 0; i < silent; i++) {
            days.add(0);
        }
        return days.subList(Math.max(0, days.size() - DAYS), days.size());
    }

    private static int middle(List<Integer> past) {
        return past.size() < FEWEST
                ? 0
                : past.stream().sorted().skip(past.size() / 2).findFirst().orElse(0);
    }
}
