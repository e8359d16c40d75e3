package org.esquive.lab.checker;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the checker says of a history.
///
/// @param broken how often each rule was broken; none if the promises were kept
/// @param seed of the run
/// @param acked inbounds that were acknowledged whole
/// @param stored inbounds stored, repetitions counted
/// @param replied outbounds that reached the network
/// @param unknown replies that may have been sent or not
public record Verdict(Map<Rule, Long> broken, long seed, long acked, long stored, long replied, long unknown) {
    public Verdict {
        broken = Map.copyOf(broken);
    }

    public boolean ok() {
        return broken.isEmpty();
    }

    /// The seven numbers and what they were computed from, then the names of the other rules broken.
    public String toJson() {
        StringBuilder json = new StringBuilder("{");
        for (Rule rule : Rule.values()) {
            if (rule.isNumber()) {
                json.append('"')
                        .append(rule)
                        .append("\":")
                        .append(broken.getOrDefault(rule, 0L))
                        .append(',');
            }
        }
        List<String> others = broken.keySet().stream()
                .filter(rule -> !rule.isNumber())
                .sorted()
                .map(rule -> "\"" + rule + "\"")
                .toList();
        return json.append(String.format(
                        Locale.ROOT,
                        "\"seed\":%d,\"acked\":%d,\"stored\":%d,\"replied\":%d,\"unknown\":%d,\"also\":[%s],\"ok\":%b}",
                        seed,
                        acked,
                        stored,
                        replied,
                        unknown,
                        String.join(",", others),
                        ok()))
                .toString();
    }
}
