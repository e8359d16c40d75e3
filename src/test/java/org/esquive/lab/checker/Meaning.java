package org.esquive.lab.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a history says, in the simplest way there is: how often each record is there (a fault told twice
/// is one), and for each inbound and each
/// outbound the order of what happened to it. Two histories of the same meaning deserve the same verdict.
record Meaning(Map<String, Integer> records, Map<String, String> order) {
    private static final Pattern EVENT = Pattern.compile("\"ev\":\"([^\"]+)\"");
    private static final Pattern SUBJECT = Pattern.compile("\"(?:id|for|mt)\":\"?([a-z]?\\d+)");

    static Meaning of(List<String> history) {
        Map<String, Integer> records = new HashMap<>();
        Map<String, StringBuilder> order = new TreeMap<>();
        String ends = "";
        for (String record : history) {
            String event = first(EVENT, record);
            var _ = records.merge(record, 1, event.equals("fault") ? Integer::max : Integer::sum);
            Matcher subject = SUBJECT.matcher(record);
            while (subject.find()) {
                order.computeIfAbsent(subject.group(1), _ -> new StringBuilder())
                        .append(phase(event));
            }
            ends = event;
        }
        Map<String, String> orders = new TreeMap<>(Map.of("", first(EVENT, history.getFirst()) + ends));
        order.forEach((id, events) -> orders.put(id, events.toString()));
        return new Meaning(records, orders);
    }

    /// When the end of a delivery and the reply to it are read may change places, and so may what is written last.
    private static String phase(String event) {
        return switch (event) {
            case "in.ack", "in.lost", "final.in", "final.out" -> "";
            default -> event + " ";
        };
    }

    private static String first(Pattern pattern, String record) {
        Matcher found = pattern.matcher(record);
        return found.find() ? found.group(1) : "";
    }
}
