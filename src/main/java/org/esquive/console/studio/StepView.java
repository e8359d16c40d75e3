package org.esquive.console.studio;

import java.util.List;
import java.util.Locale;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;

/// One step as the page shows it: its field, what the text in it takes, and how it looks on a phone.
///
/// @param step which
/// @param text what stands in the field
/// @param meter what it takes; none if the field is empty
/// @param notes what there is to say of it
/// @param after how long after the sender's text it leaves
/// @param use whether the line sends it
/// @param pieces the words on the phone
/// @param other what somebody else made of it meanwhile, if they did
record StepView(
        Step step,
        String text,
        @Nullable Meter meter,
        List<Note> notes,
        Wait after,
        Use use,
        List<Meter.Piece> pieces,
        @Nullable Other other) {

    /// Whether a line sends a text.
    enum Use {
        /// It does.
        SENT,
        /// It sends the text before it instead: this one is empty.
        AS_BEFORE,
        /// It does not: nobody gets so many answers, or there is no cover.
        NEVER,
        /// There is no cover, and the line asks for none.
        NONE
    }

    /// What somebody else made of a text that is being edited.
    ///
    /// @param taken whether it stands in the field: it was not touched here
    /// @param text theirs
    /// @param runs how theirs became what stands in the field
    record Other(boolean taken, String text, List<Diff.Run> runs) {}

    /// What the views of all steps have in common.
    ///
    /// @param line whose phone is shown
    /// @param settings in force
    /// @param language of the texts
    /// @param price of a segment
    /// @param locale of the page
    record Common(Line line, Settings settings, String language, Price price, Locale locale) {}

    static StepView of(Step step, Typed typed, Common common, @Nullable Other other) {
        String text = typed.at(step);
        return new StepView(
                step,
                text,
                typed.isEmpty(step) ? null : Meter.of(text, common.price(), common.locale()),
                Note.of(typed, step, common.language(), common.settings()),
                after(step, common.line()),
                use(step, typed, common.line()),
                Meter.pieces(text),
                other);
    }

    /// The text as a text area takes it: the first line end after the tag is not part of it.
    public String body() {
        return "\n" + text;
    }

    /// Whether the text is not taken as it is.
    public boolean wrong() {
        return notes.stream().anyMatch(Note::problem);
    }

    private static Wait after(Step step, Line line) {
        return switch (step) {
            case COVER -> line.timing().cover().map(Wait::of).orElse(Wait.NONE);
            case FIRST, SECOND, THIRD, FOURTH, FIFTH -> Wait.of(line.timing().delay());
            case HELP, STOP, START -> Wait.NONE;
        };
    }

    private static Use use(Step step, Typed typed, Line line) {
        boolean covered = line.timing().cover().isPresent();
        if (step == Step.COVER && !covered) {
            return typed.isEmpty(step) ? Use.NONE : Use.NEVER;
        }
        if (step.rung() > line.limits().textsPerSender()) {
            return Use.NEVER;
        }
        return typed.isEmpty(step) && step.rung() > 1 && typed.mayBeEmpty(step) ? Use.AS_BEFORE : Use.SENT;
    }
}
