package org.esquive.console.studio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.settings.ReplyTexts;
import org.jspecify.annotations.Nullable;

/// What stands in the fields of one language: stored texts, or what a keeper typed, good or not. An empty field is a
/// text that there is not; the last text of the ladder serves for those behind it.
///
/// @param fields by step; every step is there
record Typed(Map<Step, String> fields) {

    /// Nothing typed.
    static final Typed EMPTY = each(_ -> "");

    Typed {
        fields = Map.copyOf(fields);
    }

    /// The fields of stored texts.
    static Typed of(ReplyTexts texts) {
        return each(step -> switch (step) {
            case COVER -> texts.cover().orElse("");
            case FIRST, SECOND, THIRD, FOURTH, FIFTH ->
                step.rung() <= texts.ladder().size() ? texts.rung(step.rung()) : "";
            case HELP -> texts.help();
            case STOP -> texts.stop();
            case START -> texts.start();
        });
    }

    /// The fields of a form. A browser ends lines with CR LF; a text of ours with LF.
    ///
    /// @param parameter by the name of the field; none is an empty field
    static Typed of(Form parameter) {
        return each(step -> lines(parameter.of(step.field())));
    }

    /// Where a form's fields come from.
    interface Form {
        @Nullable
        String of(String field);
    }

    /// What a field says, its lines ended as ours are.
    static String lines(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n');
    }

    String at(Step step) {
        return fields.getOrDefault(step, "");
    }

    boolean isEmpty(Step step) {
        return at(step).isBlank();
    }

    Typed with(Step step, String text) {
        return each(each -> each == step ? text : at(each));
    }

    /// The same fields, each changed.
    Typed with(Map<Step, String> others) {
        return each(each -> others.getOrDefault(each, at(each)));
    }

    /// Whether a step of the ladder is empty although one behind it is not.
    boolean isGap(Step step) {
        return step.rung() > 0
                && isEmpty(step)
                && Step.LADDER.stream().anyMatch(later -> later.rung() > step.rung() && !isEmpty(later));
    }

    /// Whether a step may be empty: there need not be a cover, nor five texts.
    boolean mayBeEmpty(Step step) {
        return step == Step.COVER || (step.rung() > 1 && !isGap(step));
    }

    /// The texts, if all that must be there is.
    Optional<ReplyTexts> texts() {
        for (Step step : Step.values()) {
            if (isEmpty(step) && !mayBeEmpty(step)) {
                return Optional.empty();
            }
        }
        List<String> ladder = new ArrayList<>();
        Step.LADDER.stream().filter(step -> !isEmpty(step)).forEach(step -> ladder.add(at(step)));
        Optional<String> cover = Optional.of(at(Step.COVER)).filter(text -> !text.isBlank());
        return Optional.of(new ReplyTexts(ladder, at(Step.HELP), at(Step.STOP), at(Step.START), cover));
    }

    private static Typed each(Function of) {
        Map<Step, String> fields = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            fields.put(step, of.text(step));
        }
        return new Typed(fields);
    }

    /// What stands in a step.
    private interface Function {
        String text(Step step);
    }

    /// Without the words.
    @Override
    public String toString() {
        return "Typed[fields=" + fields.size() + "]";
    }
}
