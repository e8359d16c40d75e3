package org.esquive.settings.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A settings document on its way to be changed: what stands where, valid or not. A form changes a few places of it
/// and has the one reader judge the whole, so that no rule is written twice.
///
/// A path is the words from the top with slashes between: `lines/demo/limits/replies-per-day`. Entries of the lists of
/// lines, channels and alerts are named by their id, those of keepers by their number. Comments are not kept. Any text
/// that is put somewhere comes back as it was: it is data, whatever it looks like.
public final class Draft {
    /// Lists whose entries have a name, and the key it stands under.
    private static final Map<String, String> NAMED =
            Map.of("lines", "id", "channels", "id", "alerts", "id", "webhooks", "id", "keepers", "number");

    /// Sections whose keys are the keeper's own and may have dots.
    private static final Pattern OWN_WORDS = Pattern.compile("(options|secrets|prices|limits\\.per-prefix)\\.(.+)");

    private static final Pattern ENTRY =
            Pattern.compile("(lines|channels|alerts|keepers)(?:\\[([0-9]{1,4})]|\\.([a-z0-9-]+))(?:\\.(.*))?");

    private final Map<String, List<String>> words;
    private final Set<String> lists;

    /// @param words by path, in the order of the document; one word, or those of a list
    /// @param lists the paths of lists
    private Draft(Map<String, List<String>> words, Set<String> lists) {
        this.words = Collections.unmodifiableMap(words);
        this.lists = Collections.unmodifiableSet(lists);
    }

    /// The draft of a document; none if it is no YAML, or has a shape that settings never have.
    public static Optional<Draft> of(String yaml) {
        Problems problems = new Problems();
        Optional<Node> root = Document.root(yaml, problems);
        Planting planting = new Planting();
        root.ifPresent(node -> planting.plant("", node));
        return problems.isEmpty() && planting.fits
                ? Optional.of(new Draft(planting.words, planting.lists))
                : Optional.empty();
    }

    /// The word at a path, if there is one.
    public Optional<String> word(String path) {
        return Optional.ofNullable(words.get(path))
                .filter(found -> !found.isEmpty())
                .map(List::getFirst);
    }

    /// The words of the list at a path; none if there is nothing.
    public List<String> words(String path) {
        return words.getOrDefault(path, List.of());
    }

    /// The names directly below a path, in the order of the document.
    public List<String> below(String path) {
        String start = path + "/";
        return words.keySet().stream()
                .filter(each -> each.startsWith(start))
                .map(each -> each.substring(start.length()).split("/", 2)[0])
                .distinct()
                .toList();
    }

    /// Whether anything stands at a path or below.
    public boolean has(String path) {
        return words.containsKey(path) || !below(path).isEmpty();
    }

    /// The same after some changes, one after the other.
    public Draft with(List<Edit> edits) {
        Map<String, List<String>> changed = new LinkedHashMap<>(words);
        Set<String> changedLists = new LinkedHashSet<>(lists);
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Put(var path, var word) -> {
                    changed.put(path, List.of(word));
                    changedLists.remove(path);
                }
                case Edit.PutAll(var path, var all) -> {
                    changed.put(path, all);
                    changedLists.add(path);
                }
                case Edit.Remove(var path) ->
                    changed.keySet().removeIf(each -> each.equals(path) || each.startsWith(path + "/"));
            }
        }
        return new Draft(changed, changedLists);
    }

    /// What was changed since an earlier draft, in the order of the paths: what was taken out first, then what is new
    /// or different.
    public List<Edit> since(Draft earlier) {
        List<Edit> edits = new ArrayList<>();
        Set<String> removed = new LinkedHashSet<>();
        for (String path : earlier.words.keySet()) {
            if (!words.containsKey(path)) {
                removed.add(removedRoot(path));
            }
        }
        removed.forEach(path -> edits.add(new Edit.Remove(path)));
        words.forEach((path, now) -> {
            if (!now.equals(earlier.words.get(path))) {
                edits.add(lists.contains(path) ? new Edit.PutAll(path, now) : new Edit.Put(path, now.getFirst()));
            }
        });
        return edits;
    }

    /// The whole document.
    public String yaml() {
        StringBuilder yaml = new StringBuilder();
        Map<String, Object> tree = tree();
        tree.forEach((key, value) -> {
            String name = NAMED.get(key);
            if (name != null && value instanceof Map<?, ?> entries) {
                yaml.append(quoted(key)).append(":\n");
                entries.forEach((id, entry) -> {
                    yaml.append("  - ").append(name).append(": ").append(quoted(String.valueOf(id)));
                    write(yaml.append('\n'), entry, "    ");
                });
            } else {
                write(yaml, Map.of(key, value), "");
            }
        });
        return yaml.toString();
    }

    /// The path that a [org.esquive.settings.Problem] or [org.esquive.settings.Warning] means by its field; the field
    /// itself where it names no place of a document.
    public String place(String field) {
        Matcher entry = ENTRY.matcher(field);
        if (!entry.matches()) {
            return field.replaceAll("\\[[0-9]+]$", "").replace('.', '/');
        }
        String list = entry.group(1);
        String name = entry.group(3);
        if (name == null) {
            List<String> names = below(list);
            int position = Integer.parseInt(entry.group(2));
            name = position < names.size() ? names.get(position) : entry.group(2);
        }
        String rest = entry.group(4);
        return list + "/" + name + (rest == null ? "" : "/" + slashed(rest));
    }

    private static String slashed(String rest) {
        Matcher own = OWN_WORDS.matcher(rest);
        return own.matches()
                ? own.group(1).replace('.', '/') + "/" + own.group(2)
                : rest.replaceAll("\\[[0-9]+]$", "").replace('.', '/');
    }

    /// The place to name when something is gone: a whole entry if nothing of it is left.
    private String removedRoot(String path) {
        String[] parts = path.split("/", 3);
        boolean isOfEntry = NAMED.containsKey(parts[0]) || parts[0].equals("texts");
        String entry = parts.length > 1 ? parts[0] + "/" + parts[1] : path;
        return isOfEntry && !has(entry) ? entry : path;
    }

    /// Maps in maps, with words and lists of words at the ends. Where a word stands on the way to another, the other
    /// wins.
    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        words.forEach((path, found) -> {
            Map<String, Object> place = tree;
            String[] parts = path.split("/", -1);
            for (int i = 0; i < parts.length - 1; i++) {
                place = branch(place, parts[i]);
            }
            if (lists.contains(path)) {
                var _ = place.put(parts[parts.length - 1], found);
            } else {
                var _ = place.putIfAbsent(parts[parts.length - 1], found.getFirst());
            }
        });
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> branch(Map<String, Object> place, String name) {
        if (!(place.get(name) instanceof Map)) {
            var _ = place.put(name, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) place.get(name);
    }

    private static void write(StringBuilder yaml, Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> {
                yaml.append(indent).append(quoted(String.valueOf(key))).append(':');
                switch (below) {
                    case Map<?, ?> deeper -> write(yaml.append('\n'), deeper, indent + "  ");
                    case List<?> list ->
                        yaml.append(" [")
                                .append(String.join(
                                        ", ",
                                        list.stream()
                                                .map(String::valueOf)
                                                .map(Draft::quoted)
                                                .toList()))
                                .append("]\n");
                    default ->
                        yaml.append(' ').append(quoted(String.valueOf(below))).append('\n');
                }
            });
        }
    }

    private static String quoted(String word) {
        return SettingsWriter.quoted(word);
    }

    /// A draft while a document is read.
    private static final class Planting {
        private final Map<String, List<String>> words = new LinkedHashMap<>();
        private final Set<String> lists = new LinkedHashSet<>();
        private boolean fits = true;

        void plant(String path, Node node) {
            fits &= Document.isPlain(node);
            switch (node) {
                case ScalarNode word
                when path.isEmpty() -> fits &= word.getTag().equals(Tag.NULL);
                case ScalarNode word when word.getTag().equals(Tag.NULL) -> {}
                case ScalarNode word -> put(path, List.of(word.getValue()));
                case MappingNode map -> map.getValue().forEach(pair -> plant(path, pair));
                case SequenceNode list
                when NAMED.containsKey(path) -> list.getValue().forEach(entry -> entry(path, entry));
                case SequenceNode list -> list(path, list.getValue());
                default -> fits = false;
            }
        }

        private void plant(String path, NodeTuple pair) {
            if (pair.getKeyNode() instanceof ScalarNode key && isName(key.getValue())) {
                plant(path.isEmpty() ? key.getValue() : path + "/" + key.getValue(), pair.getValueNode());
            } else {
                fits = false;
            }
        }

        /// An entry of a list stands under its name, and needs no key for it.
        private void entry(String path, Node node) {
            String key = NAMED.getOrDefault(path, "");
            Optional<String> name = node instanceof MappingNode map ? name(map, key) : Optional.empty();
            if (name.isEmpty()
                    || words.keySet().stream().anyMatch(each -> each.startsWith(path + "/" + name.get() + "/"))) {
                fits = false;
                return;
            }
            ((MappingNode) node)
                    .getValue().stream()
                            .filter(pair -> !isKey(pair, key))
                            .forEach(pair -> plant(path + "/" + name.get(), pair));
        }

        private static Optional<String> name(MappingNode map, String key) {
            return map.getValue().stream()
                    .filter(pair -> isKey(pair, key))
                    .map(NodeTuple::getValueNode)
                    .flatMap(node -> node instanceof ScalarNode word ? Stream.of(word.getValue()) : Stream.empty())
                    .filter(Planting::isName)
                    .findFirst();
        }

        private static boolean isKey(NodeTuple pair, String key) {
            return pair.getKeyNode() instanceof ScalarNode word
                    && word.getValue().equals(key);
        }

        private static boolean isName(String word) {
            return !word.isEmpty() && word.indexOf('/') < 0;
        }

        private void list(String path, List<Node> entries) {
            List<String> all = new ArrayList<>();
            for (Node entry : entries) {
                if (entry instanceof ScalarNode word && Document.isPlain(entry)) {
                    all.add(word.getValue());
                } else {
                    fits = false;
                }
            }
            if (!all.isEmpty()) {
                lists.add(path);
                put(path, all);
            }
        }

        private void put(String path, List<String> found) {
            fits &= words.putIfAbsent(path, found) == null;
        }
    }
}
