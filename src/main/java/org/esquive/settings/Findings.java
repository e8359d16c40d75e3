package org.esquive.settings;

import java.util.List;

/// What a check of some settings brought up, in the order of the document.
///
/// @param problems what must be put right
/// @param warnings what is allowed but worth knowing
public record Findings(List<Problem> problems, List<Warning> warnings) {

    public Findings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
