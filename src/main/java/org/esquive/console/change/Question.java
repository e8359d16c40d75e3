package org.esquive.console.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esquive.console.FormField;
import org.esquive.console.FormField.Shape;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;

/// A place of the settings that a form asks for.
///
/// @param field how it is asked, without an answer; its name is the path
/// @param form how the answer is written down
/// @param empty what no answer means, in the words of the settings; empty if it means that the usual holds
record Question(FormField field, Form form, String empty) {

    /// How an answer is written down.
    enum Form {
        /// One word.
        WORD,
        /// A list; one entry a line, or with commas between.
        LIST,
        /// Names with a value each; one a line, with a space between.
        PAIRS
    }

    /// A question for one word; no answer means that the usual holds.
    static Question word(FormField field) {
        return new Question(field, Form.WORD, "");
    }

    /// The path.
    String path() {
        return field.name();
    }

    /// The question with the answer that a draft has; what the question suggests, if it has none.
    FormField asked(Draft draft) {
        if (field.shape() == Shape.SECRET) {
            return draft.has(path()) ? field.stored() : field;
        }
        String shown = shown(draft);
        return shown.isEmpty() && !field.value().isEmpty() ? field : field.value(shown);
    }

    /// The question with what was answered, or else with what a draft has.
    FormField asked(Draft draft, Sent sent) {
        FormField asked = asked(draft);
        return field.shape() == Shape.SECRET
                ? asked
                : sent.answer(path(), field.shape()).map(asked::value).orElse(asked);
    }

    /// What an answer changes in a draft; nothing if it was not asked, or answered as before.
    List<Edit> edits(Draft base, Sent sent) {
        Optional<String> answer = sent.answer(path(), field.shape());
        if (answer.isEmpty()) {
            return List.of();
        }
        String after = answer.get();
        boolean isAsBefore = field.shape() == Shape.SECRET ? after.isEmpty() : after.equals(shown(base));
        return isAsBefore ? List.of() : edits(base, after);
    }

    private List<Edit> edits(Draft base, String after) {
        return switch (form) {
            case WORD -> List.of(word(after));
            case LIST -> List.of(list(entries(after)));
            case PAIRS -> pairs(base, after);
        };
    }

    private Edit word(String after) {
        if (!after.isEmpty()) {
            return new Edit.Put(path(), after);
        }
        return empty.isEmpty() ? new Edit.Remove(path()) : new Edit.Put(path(), empty);
    }

    private Edit list(List<String> entries) {
        return entries.isEmpty() ? new Edit.Remove(path()) : new Edit.PutAll(path(), entries);
    }

    /// A line without a space between is taken as a name without a value, which the reader complains of.
    private List<Edit> pairs(Draft base, String after) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : entries(after)) {
            String[] parts = line.split("[ \\t=:]+", 2);
            pairs.put(parts[0].replace("/", ""), parts.length > 1 ? parts[1].replace(',', '.') : "");
        }
        List<Edit> edits = new ArrayList<>();
        base.below(path()).stream()
                .filter(name -> !pairs.containsKey(name))
                .forEach(name -> edits.add(new Edit.Remove(path() + "/" + name)));
        pairs.forEach((name, value) -> {
            String place = path() + "/" + name;
            if (!base.word(place).equals(Optional.of(value))) {
                edits.add(new Edit.Put(place, value));
            }
        });
        return edits;
    }

    private static List<String> entries(String text) {
        return Arrays.stream(text.split("[;\\n]|,(?!\\d)"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private String shown(Draft draft) {
        return switch (form) {
            case WORD ->
                field.shape() == Shape.CHOICE
                        ? draft.word(path()).orElse(empty)
                        : draft.word(path())
                                .filter(word -> empty.isEmpty() || !word.equals(empty))
                                .orElse("");
            case LIST -> String.join("\n", draft.words(path()));
            case PAIRS ->
                draft.below(path()).stream()
                        .map(name ->
                                name + " " + draft.word(path() + "/" + name).orElse(""))
                        .collect(Collectors.joining("\n"));
        };
    }
}
