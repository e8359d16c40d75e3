package org.esquive.lab.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What each reached: a row a figure, a column an entrant, a cell the median of the runs with least and most.
final class Table {
    static final String REPLIES = "replies/s";
    static final String CPU = "CPU a reply, µs";
    static final String ACK_50 = "acknowledgement p50, ms";
    static final String ACK_99 = "acknowledgement p99, ms";
    static final String ACK_999 = "acknowledgement p99.9, ms";
    static final String REPLY_50 = "reply p50, ms";
    static final String REPLY_99 = "reply p99, ms";
    static final String REPLY_999 = "reply p99.9, ms";
    static final String OTHERS = "longest reply to others in a flood of one, ms";
    static final String MEMORY = "peak memory, MB";
    static final String SILENT = "acknowledgements/s without replies";
    static final String SILENT_CPU = "CPU a text without a reply, µs";

    private final int rate;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    /// @param rate texts a second at which latencies were taken
    Table(int rate) {
        this.rate = rate;
    }

    void add(String entrant, String figure, double value) {
        figures.computeIfAbsent(figure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(entrant, _ -> new ArrayList<>())
                .add(value);
    }

    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("\nMedians (least to most); latencies at " + rate + " texts a second offered.\n\n");
        List<String> entrants = figures.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        table.append("| |").append(String.join(" | ", entrants)).append(" |\n|---|");
        table.append("---:|".repeat(entrants.size())).append('\n');
        figures.forEach((figure, row) -> {
            table.append("| ").append(figure).append(" |");
            entrants.forEach(entrant -> table.append(' ')
                    .append(cell(row.getOrDefault(entrant, List.of())))
                    .append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private static String cell(List<Double> values) {
        if (values.isEmpty()) {
            return "–";
        }
        List<Double> sorted = values.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        String form = median < 100 ? "%,.2f" : "%,.0f";
        String cell = form + " (" + form + "–" + form + ")";
        return String.format(Locale.ROOT, cell, median, sorted.getFirst(), sorted.getLast());
    }
}
