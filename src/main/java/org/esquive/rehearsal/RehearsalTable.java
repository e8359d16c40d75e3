package org.esquive.rehearsal;

import java.util.List;
import java.util.function.Function;

/// Says at a glance what each guard saved: one column a protection, the first of them none at all, as it was in
/// 2017.
///
/// @param scenario what was played
/// @param tariff what it costs
/// @param results what came of it: first of no protection, then of one or more others, the last the one to judge
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
        if (results.size() < 2 || results.getFirst().protection() != Protection.NONE) {
            throw new IllegalArgumentException("expected the result of no protection and of another");
        }
    }

    /// All of it, ready to print.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(HEAD.formatted(
                scenario.title(), Spoken.number(scenario.texts().size()), Spoken.number(scenario.senders())));
        paragraph(text, scenario.story());
        text.append('\n');
        row(text, "", columns(Protection::title));
        row(text, "", columns(Protection::detail));
        figures().forEach(figure -> row(text, label(figure), spoken(figure)));
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
        for (int column = 0; column < results.size(); column++) {
            for (Figure figure : figures()) {
                csv.append(scenario.name())
                        .append(',')
                        .append(results.get(column).protection().name())
                        .append(',')
                        .append(label(figure).strip().replace(",", ""))
                        .append(',')
                        .append(spoken(figure.amounts().get(column)).replace(",", ""))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    /// The rows of the table.
    public List<Figure> figures() {
        return new Reckoning(scenario, tariff, results).all();
    }

    /// What happened when, stretch by stretch.
    public List<Stretch> stretches() {
        return new Picture(results.getFirst(), results.getLast()).stretches();
    }

    private String label(Figure figure) {
        return switch (figure.what()) {
            case REPLIES -> "replies";
            case COST -> "cost of replies, " + tariff.currency();
            case COST_WITH_RECEPTION -> "cost with reception, " + tariff.currency();
            case KNOWS_AFTER -> "keeper knows after";
            case MOST_TO_ONE -> "most replies to one person";
            case INNOCENT -> "innocent people reached, of " + Spoken.number(figure.people());
            case MOST_TO_INNOCENT -> "    most to one of them";
            case GENUINE -> "genuine people answered, of " + Spoken.number(figure.people());
            case SILENCE -> "    silence " + figure.reason().orElseThrow();
        };
    }

    private static String spoken(Figure.Amount amount) {
        return switch (amount) {
            case Figure.Amount.Count(long number) -> Spoken.number(number);
            case Figure.Amount.Money(var value) -> Spoken.money(value);
            case Figure.Amount.Wait(var time) -> time.map(Spoken::time).orElse("–");
        };
    }

    private List<String> columns(Function<Protection, String> of) {
        return results.stream().map(result -> of.apply(result.protection())).toList();
    }

    private static List<String> spoken(Figure figure) {
        return figure.amounts().stream().map(RehearsalTable::spoken).toList();
    }

    private static void row(StringBuilder table, String what, List<String> cells) {
        table.append("  %-36s".formatted(what));
        cells.forEach(cell -> table.append(" %14s".formatted(cell)));
        table.append('\n');
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
