package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The sample and `docs/settings.md` say what the code does.
class ReferenceTest {
    private static final Path SAMPLE = Path.of("src/main/resources/settings-sample.yaml");
    private static final Path PAGE = Path.of("docs/settings.md");
    private static final String TABLE = "<!-- the table below is tested against the code: ReferenceTest -->\n";
    private static final List<String> OF_KEEPERS = List.of(".options", ".secrets", ".per-prefix", ".prices");
    private static final Pattern DEFAULT = Pattern.compile("Default: (.*)$");

    @Test
    void theSampleIsValidWithoutAWarning() throws IOException {
        assertThat(SettingsYaml.read(Files.readString(SAMPLE)))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.warnings()).isEmpty());
    }

    @Test
    void theSampleHasEveryKeyAndNoOther() throws IOException {
        var inSample = new TreeSet<String>();
        paths("", new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(SAMPLE)), inSample);
        var inCode = Arrays.stream(Key.values()).map(Key::path).toList();
        assertThat(inSample).containsExactlyInAnyOrderElementsOf(inCode);
    }

    @Test
    void theDefaultsOfTheSampleAreThoseOfTheCode() throws IOException {
        var defaults = defaultsInComments(Files.readString(SAMPLE));
        assertThat(defaults)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.keys())
                        .as("%s: the comment says %s", found.word(), found.said())
                        .anyMatch(key -> key.usual().equals(found.said())));
        var withDefault = Arrays.stream(Key.values())
                .filter(key -> !key.usual().equals("required") && key != Key.LINE_LIMITS && key != Key.FLOOD)
                .map(Key::word);
        assertThat(defaults.stream().map(Said::word)).containsExactlyInAnyOrderElementsOf(withDefault.toList());
    }

    @Test
    void thePageListsEveryKey() throws IOException {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf(TABLE) + TABLE.length());
        Golden.check(PAGE, before + table());
    }

    private static String table() {
        var table = new StringBuilder("\n| key | what may stand there | default | what it does |\n|---|---|---|---|\n");
        for (var key : Key.values()) {
            if (key == Key.DOCUMENT) continue;
            table.append("| `%s` | %s | %s | %s |\n".formatted(key.path(), key.range(), key.usual(), key.meaning()));
        }
        return table.toString();
    }

    private record Said(String word, String said) {
        List<Key> keys() {
            return Arrays.stream(Key.values())
                    .filter(key -> key.word().equals(word))
                    .toList();
        }
    }

    /// Each default in a comment, with the key that follows the comment. A default may run over two lines.
    private static List<Said> defaultsInComments(String sample) {
        var found = new ArrayList<Said>();
        var comment = new ArrayDeque<String>();
        for (var line : sample.lines().map(String::strip).toList()) {
            if (line.startsWith("# ")) {
                comment.add(line.substring(2));
                continue;
            }
            var said = DEFAULT.matcher(String.join(" ", comment));
            if (said.find()) {
                found.add(new Said(line.substring(0, line.indexOf(':')), said.group(1)));
            }
            comment.clear();
        }
        return found;
    }

    private static void paths(String path, Object value, Set<String> paths) {
        paths.add(path);
        if (value instanceof Map<?, ?> map) {
            boolean isNamed = path.equals("texts") || OF_KEEPERS.stream().anyMatch(path::endsWith);
            if (path.equals("channels[].limits")) return;
            map.forEach(
                    (key, below) -> paths((path.isEmpty() ? "" : path + ".") + (isNamed ? "*" : key), below, paths));
        } else if (value instanceof List<?> list && list.getFirst() instanceof Map<?, ?>) {
            list.forEach(entry -> paths(path + "[]", entry, paths));
        }
    }
}
