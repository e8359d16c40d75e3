package org.esquive.console.change;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.settings.Problem;
import org.esquive.settings.Secret;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;

/// Names of new entries of a list. A form asks about an entry without one; what it says is moved to the name that the
/// keeper
/// chose.
final class Entries {
    /// What an entry is called that has no name yet.
    static final String UNNAMED = "not-named-yet";

    private static final int LONGEST = 32;

    private Entries() {}

    /// The name that a form gives a new entry, in the letters that a name may have; one that is taken gets a number.
    static String named(Sent sent, String list, Draft draft) {
        return free(sent.one("name").orElse(""), list, draft);
    }

    /// A name that no entry of a list has: the word itself, or with a number behind it.
    static String free(String word, String list, Draft draft) {
        String slug = slug(word);
        String start = slug.isEmpty() ? "new" : slug;
        String name = start;
        for (int n = 2; draft.has(list + "/" + name); n++) {
            name = start + "-" + n;
        }
        return name;
    }

    /// A word in the letters that a name may have.
    static String slug(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    /// Changes of one entry as changes of another.
    static List<Edit> moved(List<Edit> edits, String from, String to) {
        return edits.stream().map(edit -> moved(edit, from, to)).toList();
    }

    private static Edit moved(Edit edit, String from, String to) {
        String path = moved(edit.path(), from, to);
        return switch (edit) {
            case Edit.Put(var _, var word) -> new Edit.Put(path, word);
            case Edit.PutAll(var _, var words) -> new Edit.PutAll(path, words);
            case Edit.Remove _ -> new Edit.Remove(path);
        };
    }

    /// The changes that add an entry of a kind under its name, which a form knew without.
    static List<Edit> added(String entry, String kind, List<Edit> edits) {
        String asked = entry.substring(0, entry.indexOf('/')) + "/" + UNNAMED;
        return Stream.concat(Stream.of(new Edit.Put(entry + "/kind", kind)), moved(edits, asked, entry).stream())
                .toList();
    }

    /// The options of an entry.
    static Map<String, String> options(Draft draft, String entry) {
        String place = entry + "/options";
        return draft.below(place).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> draft.word(place + "/" + name).orElse("")));
    }

    /// The secrets of an entry.
    static Map<String, Secret> secrets(Draft draft, String entry) {
        String place = entry + "/secrets";
        return draft.below(place).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> new Secret(draft.word(place + "/" + name).orElse(""))));
    }

    /// Secrets of an entry that are wanted no more.
    static Stream<Edit> forgotten(String entry, Sent sent) {
        return sent.values().getOrDefault("forget", List.of()).stream()
                .filter(path -> path.startsWith(entry + "/secrets/"))
                .map(Edit.Remove::new);
    }

    /// The path below one entry as that below another.
    static String moved(String path, String from, String to) {
        return path.equals(from) || path.startsWith(from + "/") ? to + path.substring(from.length()) : path;
    }

    /// What is wrong with one entry, as if it were wrong with another.
    static Outcome.Wrong as(Outcome.Wrong wrong, String from, String to) {
        List<Problem> problems = wrong.problems().stream()
                .map(problem -> new Problem(
                        moved(wrong.draft().place(problem.field()), from, to), problem.found(), problem.expected()))
                .toList();
        return new Outcome.Wrong(problems, wrong.draft());
    }
}
