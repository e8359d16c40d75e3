package org.esquive.settings.yaml;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/// A YAML document as a tree of words, lists and keys. The tree is never turned into Java objects, so no tag can
/// ask for a type; size, depth and aliases are bounded.
final class Document {
    /// Deepest nesting: twice what any key needs.
    private static final int DEEPEST = 12;

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private Document() {}

    /// The root of the tree; empty if the document says nothing or is no YAML, which is then a problem.
    static Optional<Node> root(String yaml, Problems problems) {
        if (yaml.length() > SettingsYaml.LARGEST) {
            problems.add(
                    "the document",
                    "%,d characters".formatted(yaml.length()),
                    "at most %,d".formatted(SettingsYaml.LARGEST));
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new Yaml(options()).compose(new StringReader(yaml)));
        } catch (MarkedYAMLException broken) {
            problems.add(place(broken.getProblemMark()), found(broken.getProblemMark()), expected());
            return Optional.empty();
        } catch (YAMLException broken) {
            problems.add("the document", "characters or nesting that YAML or these settings do not allow", expected());
            return Optional.empty();
        }
    }

    /// Whether a node is what it looks like: no tag was written before it that would make it something else.
    static boolean isPlain(Node node) {
        return PLAIN.contains(node.getTag());
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(SettingsYaml.LARGEST);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "the document" : "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// What stands at the place, by its first character only: the parser's own words may repeat a secret.
    private static String found(@Nullable Mark mark) {
        int[] text = mark == null ? new int[0] : mark.getBuffer();
        int at = mark == null ? 0 : mark.getPointer();
        if (at < 0 || at >= text.length || text[at] == 0) {
            return "an end where something is missing";
        }
        return switch (text[at]) {
            case '\t' -> "a tab";
            case '\n', '\r' -> "the end of the line";
            case '*', '&', '!', '%', '@', '`', '|', '>', '{', '[', '"', '\'', '#', '?' ->
                "something that cannot start with " + Character.toString(text[at]);
            case ':' -> "a colon";
            default -> "something that does not fit there";
        };
    }

    private static String expected() {
        return "YAML: two spaces a level and no tabs, and quotes around a value that has \": \" or \" #\" in it or starts"
                + " with a sign, such as password: \"*x: y\"";
    }
}
