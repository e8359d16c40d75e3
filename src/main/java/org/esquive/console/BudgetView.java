package org.esquive.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.esquive.policy.Budget;
import org.esquive.policy.Windows;
import org.esquive.settings.Cap;
import org.esquive.settings.Measure;

/// How much of a cap is used up, as a bar.
///
/// @param scope the end of a message key: whose it is
/// @param cap the end of a message key: what it counts
/// @param prefix the numbers it counts, if it counts only those that begin so; else empty
/// @param spent in words
/// @param most in words
/// @param percent 0 to 100
/// @param tone how it is coloured: empty, `near` or `full`
record BudgetView(String scope, String cap, String prefix, String spent, String most, int percent, String tone) {
    private static final int HUNDRED = 100;

    /// How amounts are written.
    ///
    /// @param currency of the channel
    record Writing(Locale locale, String currency) {

        String of(Cap cap, long amount) {
            if (cap.measure() != Measure.MONEY) {
                return NumberFormat.getIntegerInstance(locale).format(amount);
            }
            return Money.written(amount, currency, locale);
        }
    }

    /// The bars of a budget, in the order of the caps.
    static List<BudgetView> of(Budget budget, Instant now, Writing writing) {
        Windows windows = Windows.at(now, budget.zone());
        Stream<BudgetView> caps = budget.caps().most().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cap -> bar(
                        budget, cap.getKey(), budget.spending().soFar(cap.getKey(), windows), cap.getValue(), writing));
        Stream<BudgetView> prefixes = budget.caps().perPrefix().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(cap -> bar(
                                budget,
                                Cap.REPLIES_PER_DAY,
                                budget.spending().soFar(cap.getKey(), windows),
                                cap.getValue(),
                                writing)
                        .under(cap.getKey()));
        List<BudgetView> bars = new ArrayList<>();
        caps.forEach(bars::add);
        prefixes.forEach(bars::add);
        return bars;
    }

    private static BudgetView bar(Budget budget, Cap cap, long spent, long most, Writing writing) {
        int percent = most == 0 ? HUNDRED : (int) Math.min(HUNDRED, spent * HUNDRED / most);
        String tone = percent == HUNDRED ? "full" : percent >= Budget.NEAR ? "near" : "";
        String scope = budget.scope().name();
        return new BudgetView(scope, cap.name(), "", writing.of(cap, spent), writing.of(cap, most), percent, tone);
    }

    private BudgetView under(String numbers) {
        return new BudgetView(scope, cap, numbers, spent, most, percent, tone);
    }
}
