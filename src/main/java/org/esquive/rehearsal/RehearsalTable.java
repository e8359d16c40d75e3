package org.esquive.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.esquive.policy.Reason;

/// Says at a glance what the rules saved: one column a protection, the first of them none at all, as it was in
/// 2017.
///
/// @param scenario what was played
/// @param tariff what it would have cost
/// @param five what came of the rule of five
/// @param day what came of it with a daily limit too
public record RehearsalTable(Scenario scenario, Tariff tariff, Rehearsal.Result five, Rehearsal.Result day) {
    /// The first number answered in two segments.
    private static final int SEGMENTS_OF_2017 = 2;

    private static final String HEAD = """

            %s
            %s texts from %s senders, played through the real program on a virtual clock

            """;

    /// The table, ready to print.
    public String text() {
        StringBuilder table = new StringBuilder();
        table.append(HEAD.formatted(scenario.title(), number(texts()), number(scenario.senders())));
        row(table, "", "as in 2017", "rule of five", "and 200 a day");
        row(table, "", "answer all", "one at a time", "");
        count(table, "replies", texts(), result -> result.totals().replies());
        count(
                table,
                "segments sent",
                texts() * SEGMENTS_OF_2017,
                result -> result.totals().segments());
        count(table, "silences", 0, this::silences);
        for (Reason reason : reasonsSeen()) {
            count(
                    table,
                    "    " + reason,
                    0,
                    result -> result.totals().silences().getOrDefault(reason, 0L));
        }
        count(table, "most replies to one sender", mostTextsOfOne(), result -> (long) result.mostToOne());
        money(table, "cost of replies, EUR", 0);
        money(table, "cost with reception, EUR", texts());
        return table.toString();
    }

    private void count(StringBuilder table, String what, long in2017, Function<Rehearsal.Result, Long> of) {
        row(table, what, number(in2017), number(of.apply(five)), number(of.apply(day)));
    }

    private void money(StringBuilder table, String what, long inbounds) {
        row(
                table,
                what,
                euros(tariff.cost(inbounds, texts() * SEGMENTS_OF_2017)),
                euros(tariff.cost(inbounds, five.totals().segments())),
                euros(tariff.cost(inbounds, day.totals().segments())));
    }

    private long texts() {
        return scenario.texts().size();
    }

    private long silences(Rehearsal.Result result) {
        return result.totals().silences().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<Reason> reasonsSeen() {
        List<Reason> seen = new ArrayList<>(five.totals().silences().keySet());
        seen.addAll(day.totals().silences().keySet());
        return seen.stream().distinct().sorted().toList();
    }

    private long mostTextsOfOne() {
        return scenario.texts().stream()
                .collect(Collectors.groupingBy(Scenario.Text::from, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String euros(BigDecimal value) {
        return String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
    }

    private static void row(StringBuilder table, String what, String in2017, String five, String day) {
        table.append("  %-34s %14s %16s %18s%n".formatted(what, in2017, five, day));
    }
}
