package org.esquive.settings.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.esquive.settings.Shown;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Keys with their values at one place of a document. A key that stands there twice is a problem; so is one that
/// nobody knows, with a guess at what was meant.
final class Section {
    private final Field place;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Section(Field place) {
        this.place = place;
    }

    /// No keys at all.
    static Section empty(Field place) {
        return new Section(place);
    }

    /// The keys of the whole document; a document that says nothing has none.
    static Section top(Optional<Node> root, Problems problems) {
        return top(Key.DOCUMENT, root, problems);
    }

    /// The keys of the whole of another document.
    ///
    /// @param document what is expected of it
    static Section top(Slot document, Optional<Node> root, Problems problems) {
        return new Field(document, "", root.orElse(null), problems).section();
    }

    /// The keys of a mapping. A key that stands there twice keeps its first value.
    static Section of(MappingNode mapping, Field place) {
        Section section = new Section(place);
        for (NodeTuple pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key) || !Document.isPlain(key)) {
                place.problems().add(place.path(), "a key that is no word", "keys that are plain words");
            } else if (section.nodes.putIfAbsent(key.getValue(), pair.getValueNode()) != null) {
                place.problems().add(section.path(Shown.bare(key.getValue())), "the key twice", "each key once");
            }
        }
        return section;
    }

    /// The place that a key names here.
    Field at(Slot key) {
        return new Field(key, path(key.word()), nodes.get(key.word()), place.problems());
    }

    /// Every entry of a section whose keys are the keeper's own words.
    ///
    /// @param entry what is expected of each value
    /// @param name the form of each key
    /// @param form the same in words, with an example
    /// @return entries by key, in alphabetical order
    Map<String, Field> named(Slot entry, Pattern name, String form) {
        Map<String, Field> fields = new TreeMap<>();
        nodes.forEach((word, node) -> {
            String path = path(Shown.bare(word));
            if (name.matcher(word).matches()) {
                fields.put(word, new Field(entry, path, node, place.problems()));
            } else {
                place.problems().add(path, "a name of another form", form);
            }
        });
        return fields;
    }

    /// Reports every key that is not one of these.
    Section knowing(List<? extends Slot> keys) {
        List<String> known = keys.stream().map(Slot::word).toList();
        List<String> strange = new ArrayList<>(nodes.keySet());
        strange.removeAll(known);
        for (String word : strange) {
            String expected = Nearest.to(word, known)
                    .map(meant -> meant + " (is that what you meant?)")
                    .orElse("one of " + String.join(", ", known));
            place.problems().add(path(Shown.bare(word)), "an unknown key", expected);
        }
        return this;
    }

    private String path(String word) {
        return place.path().isEmpty() ? word : place.path() + "." + word;
    }
}
