package org.esquive.settings.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.esquive.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One place of a document, named by a key: something may stand there or not, and it may be what the key expects
/// or not. Whatever it is not becomes a problem.
///
/// @param key what is expected
/// @param path where, with positions: `lines[0].number`
/// @param node what stands there
/// @param problems where to report
record Field(Slot key, String path, @Nullable Node node, Problems problems) {

    /// Whether nothing stands there; a key without a value counts as nothing.
    boolean isAbsent() {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    /// The value that a function reads from the word there; nothing, or something else, is a problem.
    <T> T required(Function<String, Optional<T>> read, T standIn) {
        return present().read(read).orElse(standIn);
    }

    /// The value that a function reads from the word there, or the usual one if nothing stands there.
    <T> T optional(Function<String, Optional<T>> read, T usual) {
        return read(read).orElse(usual);
    }

    /// The values that a function reads from the list there; an entry that cannot be read is left out.
    <T> List<T> all(Function<String, Optional<T>> read) {
        return entries(key).stream()
                .flatMap(entry -> entry.present().read(read).stream())
                .toList();
    }

    /// The entries of the list there; something else is a problem and reads as none.
    List<Field> entries(Slot entry) {
        if (node instanceof SequenceNode list && isPlain()) {
            List<Field> entries = new ArrayList<>();
            for (Node each : list.getValue()) {
                entries.add(new Field(entry, path + "[" + entries.size() + "]", each, problems));
            }
            return entries;
        }
        if (!isAbsent()) {
            problem(form());
        }
        return List.of();
    }

    /// The keys and values there; something else is a problem and reads as none.
    Section section() {
        if (node instanceof MappingNode mapping && isPlain()) {
            return Section.of(mapping, this);
        }
        if (!isAbsent()) {
            problem(form());
        }
        return Section.empty(this);
    }

    /// This field, after a complaint if nothing stands there.
    Field present() {
        if (isAbsent()) {
            problem("nothing");
        }
        return this;
    }

    /// Reports what stands there instead of what is expected.
    void problem(String found) {
        problems.add(path.isEmpty() ? "the document" : path, found, key.expected());
    }

    private <T> Optional<T> read(Function<String, Optional<T>> read) {
        if (isAbsent()) {
            return Optional.empty();
        }
        Optional<T> value =
                node instanceof ScalarNode word && isPlain() ? read.apply(word.getValue()) : Optional.empty();
        if (value.isEmpty()) {
            problem(form());
        }
        return value;
    }

    private boolean isPlain() {
        return node != null && Document.isPlain(node);
    }

    private String form() {
        return switch (node) {
            case null -> "nothing";
            case Node tagged when !Document.isPlain(tagged) -> "a value that starts with \"!\"";
            case MappingNode _ -> "keys with values";
            case SequenceNode _ -> "a list";
            case ScalarNode _ when key instanceof Key of && of.isSecret() -> "a value that is not shown here";
            case ScalarNode word -> Shown.of(word.getValue());
            default -> "something else";
        };
    }
}
