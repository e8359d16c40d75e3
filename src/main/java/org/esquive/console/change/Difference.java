package org.esquive.console.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;
import org.esquive.settings.yaml.SettingsYaml;

/// One thing that differs between two versions of the settings, in words.
///
/// @param where a place, such as `Line demo · How long a reply waits`
/// @param before what stood there; empty if nothing did
/// @param after what stands there; empty if nothing does
/// @param contested whether somebody else changed it too
record Difference(String where, String before, String after, boolean contested) {

    /// What some changes mean. An entry that is new is told once and not key by key.
    static List<Difference> of(List<Edit> edits, Draft before, Phrases phrases) {
        List<Difference> differences = new ArrayList<>();
        Set<String> added = new HashSet<>();
        for (Edit edit : edits) {
            Optional<String> entry = entry(edit.path()).filter(root -> !before.has(root));
            if (entry.isEmpty()) {
                differences.add(of(edit, before, phrases));
            } else if (added.add(entry.get())) {
                differences.add(
                        new Difference(Place.words(entry.get(), phrases), "", phrases.say("settings.is.new"), false));
            }
        }
        return differences;
    }

    /// The same, of mine beside those of others.
    static List<Difference> of(Outcome.Clash clash, Phrases phrases) {
        return clash.mine().stream()
                .map(edit -> {
                    Difference difference = of(edit, clash.theirs(), phrases);
                    return new Difference(
                            difference.where, difference.before, difference.after, clash.isContested(edit));
                })
                .toList();
    }

    private static Difference of(Edit edit, Draft before, Phrases phrases) {
        String where = Place.words(edit.path(), phrases);
        String was = word(before, edit.path(), phrases);
        return switch (edit) {
            case Edit.Put(var path, var _)
            when Editor.isSecret(path) ->
                new Difference(where, was.isEmpty() ? "" : SettingsYaml.MASK, phrases.say("settings.is.secret"), false);
            case Edit.Put(var _, var word) -> new Difference(where, was, word, false);
            case Edit.PutAll(var _, var words) -> new Difference(where, was, String.join(", ", words), false);
            case Edit.Remove _ -> new Difference(where, was, "", false);
        };
    }

    private static String word(Draft draft, String path, Phrases phrases) {
        List<String> words = draft.words(path);
        boolean isWhole = words.isEmpty() && draft.has(path);
        return isWhole ? phrases.say("settings.was.there") : String.join(", ", words);
    }

    private static Optional<String> entry(String path) {
        String[] parts = path.split("/", 3);
        boolean isOfEntry = parts.length > 1 && Place.ENTRIES.contains(parts[0]);
        return isOfEntry ? Optional.of(parts[0] + "/" + parts[1]) : Optional.empty();
    }
}
