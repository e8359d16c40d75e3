package org.esquive.lab.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found wrong so far: how often each rule was broken, and the first to break it.
final class Findings {
    /// No more offenders are named than a person would read.
    static final int MOST_NAMED = 20;

    /// Who broke a rule.
    ///
    /// @param kind which kind of name it is
    record Offender(Rule rule, Kind kind, String name) {}

    /// What an offender is.
    enum Kind {
        ID,
        LINE
    }

    private final Map<Rule, Long> broken = new EnumMap<>(Rule.class);
    private final List<Offender> offenders = new ArrayList<>();

    void add(Rule rule, Kind kind, String name) {
        add(rule, 1, kind, name);
    }

    void add(Rule rule, long by, Kind kind, String name) {
        count(rule, by);
        if (offenders.size() < MOST_NAMED) {
            offenders.add(new Offender(rule, kind, name));
        }
    }

    /// A rule that nobody in particular broke.
    void count(Rule rule, long by) {
        broken.merge(rule, by, Long::sum);
    }

    long times(Rule rule) {
        return broken.getOrDefault(rule, 0L);
    }

    List<Offender> offenders() {
        return List.copyOf(offenders);
    }
}
