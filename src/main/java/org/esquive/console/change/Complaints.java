package org.esquive.console.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.console.FormField;
import org.esquive.settings.Problem;
import org.esquive.settings.yaml.Draft;

/// What is wrong with an edited document, led back to the questions of a form and said in the reader's language, as
/// far as there are words for it; else in the words of the reader of settings, which are English.
final class Complaints {
    /// What the checks of the settings find, by how their sentence begins, and the words for it.
    private static final Map<String, String> FOUND = Map.of(
            "an id that another", "same-id",
            "a number that another", "same-number",
            "a number that a line or another", "same-number",
            "a number that no country", "no-plan",
            "a number of ", "other-country",
            "more than ", "more-than",
            "a limit of money where", "no-price",
            "nothing", "missing");

    private static final String MISSING = " is missing";

    private final Map<String, Problem> byPlace = new LinkedHashMap<>();
    private final Phrases phrases;

    /// @param draft the document that was judged
    Complaints(List<Problem> problems, Draft draft, Phrases phrases) {
        this.phrases = phrases;
        for (Problem problem : problems) {
            byPlace.putIfAbsent(place(problem, draft), problem);
        }
    }

    /// What a kind says begins with the name of the option it means.
    private static String place(Problem problem, Draft draft) {
        String place = draft.place(problem.field());
        if (!problem.found().isEmpty() || place.split("/", -1).length != 2) {
            return place;
        }
        String option = problem.expected().split(" ", 2)[0];
        boolean isSecret = draft.has(place + "/secrets/" + option);
        return place + (isSecret ? "/secrets/" : "/options/") + option;
    }

    /// Whether nothing is wrong.
    boolean none() {
        return byPlace.isEmpty();
    }

    /// What is wrong elsewhere than in some fields, in a sentence each.
    List<String> elsewhere(List<FormField> fields) {
        List<String> sentences = new ArrayList<>();
        byPlace.forEach((place, problem) -> {
            if (fields.stream().noneMatch(field -> isAt(place, field))) {
                sentences.add(problem.sentence());
            }
        });
        return sentences;
    }

    /// A field with what is wrong with it.
    FormField on(FormField field) {
        return byPlace.entrySet().stream()
                .filter(entry -> isAt(entry.getKey(), field))
                .findFirst()
                .map(entry -> with(field, entry.getValue()))
                .orElse(field);
    }

    /// An option may be a secret, and what is below a question is part of it.
    private static boolean isAt(String place, FormField field) {
        return place.equals(field.name())
                || place.startsWith(field.name() + "/")
                || place.replace("/options/", "/secrets/").equals(field.name());
    }

    private FormField with(FormField field, Problem problem) {
        Optional<String> words = words(field, problem);
        if (words.isPresent() || phrases.isEnglish()) {
            return field.error(words.orElseGet(() -> inEnglish(problem)));
        }
        return field.errorInEnglish(inEnglish(problem));
    }

    private Optional<String> words(FormField field, Problem problem) {
        if (problem.found().isEmpty()) {
            return problem.expected().contains(MISSING)
                    ? Optional.of(phrases.say("form.wrong.missing"))
                    : Optional.empty();
        }
        for (Map.Entry<String, String> known : FOUND.entrySet()) {
            if (problem.found().startsWith(known.getKey())) {
                return Optional.of(phrases.say("form.wrong." + known.getValue()));
            }
        }
        return phrases.maybe(key(field.name()) + ".wrong")
                .or(() -> phrases.maybe("form.wrong." + field.shape().name()));
    }

    /// The message key of a question: without the name of the entry.
    static String key(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 3 ? "settings." + parts[0] : "settings." + parts[0] + "." + parts[2].replace('/', '.');
    }

    private static String inEnglish(Problem problem) {
        return problem.found().isEmpty()
                ? problem.expected()
                : "Found " + problem.found() + ", expected " + problem.expected() + ".";
    }
}
