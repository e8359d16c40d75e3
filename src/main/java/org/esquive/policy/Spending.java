package org.esquive.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;

/// What a line, or all lines of a channel, said in the windows of time that [Cap]s count in: one row, however much
/// it was.
///
/// A window before the one counted is a clock that went back: it gets no new allowance.
public final class Spending {
    private static final Cap[] CAPS = Cap.values();

    /// Nothing said yet.
    public static final Spending NONE = new Spending(Windows.NONE, Map.of(), Map.of());

    private final Windows windows;
    private final long[] counts;
    private final Map<String, Integer> byPrefix;

    /// @param windows those that are counted
    /// @param counts what is counted; nothing where a cap is missing
    /// @param byPrefix replies of that day by the beginning of numbers
    public Spending(Windows windows, Map<Cap, Long> counts, Map<String, Integer> byPrefix) {
        this(windows, new long[CAPS.length], Map.copyOf(byPrefix));
        counts.forEach((cap, count) -> this.counts[cap.place()] = count);
    }

    private Spending(Windows windows, long[] counts, Map<String, Integer> byPrefix) {
        this.windows = windows;
        this.counts = counts;
        this.byPrefix = byPrefix;
    }

    /// The windows that are counted.
    public Windows windows() {
        return windows;
    }

    /// The windows of a moment. Those of the minute that is counted are known.
    Windows at(Instant moment, ZoneId zone) {
        return Windows.minuteOf(moment) == windows.minute() ? windows : Windows.at(moment, zone);
    }

    /// What is counted for a cap, whether or not its window is over.
    public long count(Cap cap) {
        return counts[cap.place()];
    }

    /// Replies counted by the beginning of numbers, whether or not their day is over.
    public Map<String, Integer> byPrefix() {
        return byPrefix;
    }

    /// What was said in the present window of a cap.
    public long soFar(Cap cap, Windows now) {
        return now.of(cap.period()) > windows.of(cap.period()) ? 0 : count(cap);
    }

    /// Replies of the present day to numbers that begin so.
    public int soFar(String prefix, Windows now) {
        return now.day() > windows.day() ? 0 : byPrefix.getOrDefault(prefix, 0);
    }

    /// The spending once something more is said.
    ///
    /// @param caps which beginnings of numbers are counted apart
    /// @param zone whose calendar the windows are of
    Spending after(Expense expense, Caps caps, Windows now, ZoneId zone) {
        long[] next = new long[CAPS.length];
        for (Cap cap : CAPS) {
            next[cap.place()] = soFar(cap, now) + expense.of(cap, now, zone);
        }
        return new Spending(windows.latest(now), next, byPrefixAfter(expense, caps, now));
    }

    private Map<String, Integer> byPrefixAfter(Expense expense, Caps caps, Windows now) {
        if (caps.perPrefix().isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> next = new HashMap<>();
        for (String prefix : caps.perPrefix().keySet()) {
            int more = expense.to().startsWith(prefix) ? expense.replies() : 0;
            next.put(prefix, soFar(prefix, now) + more);
        }
        return next;
    }
}
