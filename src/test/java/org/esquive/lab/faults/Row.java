package org.esquive.lab.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esquive.lab.checker.Rule;
import org.esquive.lab.checker.Verdict;
import org.esquive.lab.faults.rig.Seen;

/// What came of a fault: a row of the table.
///
/// @param verdict of the checker; empty if the run did not come to its end, or the fault was left out
/// @param seen what else the fault asks for
/// @param trouble why it did not come to its end, or why it was left out; else empty
/// @param leftOut whether it was
/// @param seconds it took
record Row(Fault fault, Optional<Verdict> verdict, List<Seen> seen, String trouble, boolean leftOut, long seconds) {
    private static final List<Rule> NUMBERS = List.of(
            Rule.LOST,
            Rule.UNEXPECTED,
            Rule.DUPLICATES,
            Rule.INBOUND_OVER,
            Rule.SENDER_OVER,
            Rule.PAGE_MISMATCH,
            Rule.BUDGET_MISMATCH);

    static final String HEAD =
            "| fault | what was done | " + NUMBERS.stream().map(Rule::toString).collect(Collectors.joining(" | "))
                    + " | acknowledged | unknown | besides |\n|---|---|" + "--:|".repeat(NUMBERS.size() + 2) + "---|\n";

    static Row leftOut(Fault fault, String why) {
        return new Row(fault, Optional.empty(), List.of(), why, true, 0);
    }

    /// Whether every promise was kept.
    boolean kept() {
        return leftOut
                || (verdict.map(Verdict::ok).orElse(false) && seen.stream().allMatch(Seen::kept));
    }

    @Override
    public String toString() {
        return "| " + fault.number() + " | " + fault.what() + " | " + numbers() + " | " + besides() + " |";
    }

    private String numbers() {
        return verdict.map(found -> NUMBERS.stream()
                                .map(rule -> number(found.broken().getOrDefault(rule, 0L)))
                                .collect(Collectors.joining(" | "))
                        + " | " + found.acked() + " | " + found.unknown())
                .orElse("– | ".repeat(NUMBERS.size() + 1) + "–");
    }

    private static String number(long broken) {
        return broken == 0 ? "0" : "**" + broken + "**";
    }

    private String besides() {
        String said = seen.stream().map(Seen::toString).collect(Collectors.joining("; "));
        String rules = verdict.map(Row::others).orElse("");
        String why = trouble.isEmpty()
                ? ""
                : (leftOut ? "left out: " : "**did not come to its end: ") + trouble + (leftOut ? "" : "**");
        return List.of(said, rules, why).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// Rules of the checker beside the seven.
    private static String others(Verdict verdict) {
        return verdict.broken().entrySet().stream()
                .filter(broken -> !NUMBERS.contains(broken.getKey()))
                .map(Map.Entry::toString)
                .sorted()
                .map(broken -> "**" + broken + "**")
                .collect(Collectors.joining(", "));
    }
}
