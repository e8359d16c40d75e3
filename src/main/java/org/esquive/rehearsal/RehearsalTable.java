package org.esquive.rehearsal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.esquive.policy.Reason;

/// Says at a glance what each guard saved: one column a protection, the first of them none at all, as it was in
/// 2017.
///
/// @param scenario what was played
/// @param tariff what it costs
/// @param results what came of it, one a protection
public record RehearsalTable(Scenario scenario, Tariff tariff, List<Result> results) {
    private static final int COLUMNS = 100;

    private static final String HEAD = """

            %s
            %s texts from %s numbers, played through the real program on a virtual clock
            """;
    private static final String RESERVED =
            "Numbers beside each other are no sign here: those reserved for stories all are.";

    public RehearsalTable {
        results = List.copyOf(results);
        if (results.size() != Protection.values().length) {
            throw new IllegalArgumentException("expected a result for each protection");
        }
    }

    /// All of it, ready to print.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(HEAD.formatted(
                scenario.title(), Spoken.number(scenario.texts().size()), Spoken.number(scenario.senders())));
        paragraph(text, scenario.story());
        text.append('\n');
        row(text, "", result -> result.protection().title());
        row(text, "", result -> result.protection().detail());
        figures().forEach((what, of) -> row(text, what, of));
        text.append('\n').append(new Picture(results.getFirst(), results.getLast()).text());
        text.append('\n');
        new Verdict(scenario, tariff, results.getFirst(), results.getLast())
                .sentences()
                .forEach(sentence -> paragraph(text, sentence));
        if (!scenario.staging().besideEachOther()) {
            paragraph(text, RESERVED);
        }
        return text.toString();
    }

    /// One line a figure and protection: scenario, protection, figure, value.
    public String csv() {
        StringBuilder csv = new StringBuilder("scenario,protection,figure,value\n");
        for (Result result : results) {
            figures()
                    .forEach((what, of) -> csv.append(scenario.name())
                            .append(',')
                            .append(result.protection().name())
                            .append(',')
                            .append(what.strip().replace(",", ""))
                            .append(',')
                            .append(of.apply(result).replace(",", ""))
                            .append('\n'));
        }
        return csv.toString();
    }

    private Map<String, Function<Result, String>> figures() {
        Map<String, Function<Result, String>> figures = new LinkedHashMap<>();
        figures.put("replies", result -> Spoken.number(result.left()));
        figures.put("cost of replies, EUR", result -> money(result, 0));
        figures.put("cost with reception, EUR", result -> money(result, result.texts()));
        if (scenario.attack().isPresent()) {
            figures.put(
                    "keeper knows after",
                    result -> result.reaction().map(Spoken::time).orElse("–"));
        }
        figures.put(
                "most replies to one person",
                result -> Spoken.number(result.reached().mostToOne()));
        people(figures, "innocent people reached", Role.FORGED);
        if (isOf(Role.FORGED)) {
            figures.put(
                    "    most to one of them",
                    result -> Spoken.number(result.reached().mostToOne(Role.FORGED)));
        }
        people(figures, "genuine people answered", Role.GENUINE);
        for (Reason reason : reasonsSeen()) {
            figures.put("    silence " + reason, result -> silences(result, reason));
        }
        return figures;
    }

    private void people(Map<String, Function<Result, String>> figures, String what, Role role) {
        if (isOf(role)) {
            String of = ", of " + Spoken.number(results.getFirst().reached().people(role));
            figures.put(what + of, result -> Spoken.number(result.reached().reached(role)));
        }
    }

    private boolean isOf(Role role) {
        return results.getFirst().reached().people(role) > 0;
    }

    private String money(Result result, long inbounds) {
        BigDecimal cost = tariff.cost(inbounds, result.segments());
        return Spoken.euros(cost);
    }

    private static String silences(Result result, Reason reason) {
        return Spoken.number(result.totals().silences().getOrDefault(reason, 0L));
    }

    private Set<Reason> reasonsSeen() {
        return new TreeSet<>(results.stream()
                .map(result -> result.totals().silences().keySet())
                .flatMap(Collection::stream)
                .toList());
    }

    private void row(StringBuilder table, String what, Function<Result, String> of) {
        List<Object> cells = new ArrayList<>(List.of(what));
        results.forEach(result -> cells.add(of.apply(result)));
        table.append("  %-36s %14s %14s %14s %14s%n".formatted(cells.toArray()));
    }

    private static void paragraph(StringBuilder text, String words) {
        int column = 0;
        for (String word : words.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > COLUMNS) {
                text.append('\n');
                column = 0;
            }
            text.append(column > 0 ? " " : "").append(word);
            column += word.length() + (column > 0 ? 1 : 0);
        }
        text.append('\n');
    }
}
