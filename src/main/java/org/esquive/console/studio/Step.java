package org.esquive.console.studio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A text that a line sends: one field of the studio, in the order of a conversation.
enum Step {
    COVER("cover"),
    FIRST("ladder1"),
    SECOND("ladder2"),
    THIRD("ladder3"),
    FOURTH("ladder4"),
    FIFTH("ladder5"),
    HELP("help"),
    STOP("stop"),
    START("start");

    /// The texts of the ladder, from the first.
    static final List<Step> LADDER = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH);

    private final String field;

    Step(String field) {
        this.field = field;
    }

    /// The name of its field in the form.
    public String field() {
        return field;
    }

    /// Which text of a sender it answers, from 1; 0 if that does not matter.
    public int rung() {
        return LADDER.indexOf(this) + 1;
    }

    /// The step of a field, if there is one.
    static Optional<Step> of(String field) {
        return Arrays.stream(values()).filter(step -> step.field.equals(field)).findFirst();
    }

    /// Its place in the settings document.
    String path(String language) {
        return "texts." + language + (rung() > 0 ? ".ladder[" + (rung() - 1) + "]" : "." + field);
    }
}
