package org.esquive;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// House style, where a machine can judge it. Each test names every offender at once; the lists below are the
/// whole of what it knows, so that bending a rule is a visible change of this file.
class TidyTest {

    private static final int MOST_LINES_IN_A_FILE = 400;
    private static final int MOST_CHARACTERS_IN_A_LINE = 140;
    private static final int MOST_CHARACTERS_IN_A_COMMENT_LINE = 120;
    private static final int MOST_LINES_IN_A_DECISION = 59;

    /// Names that say nothing: what the thing is gets lost behind them.
    private static final Pattern EMPTY_NAME =
            Pattern.compile("Abstract\\w*|\\w*(Manager|Helper|Helpers|Util|Utils|Impl|Data|Info|Processor)");

    /// Written in halves, or this file would find itself.
    private static final Pattern LEFTOVER_MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

    private static final Pattern DECLARED_TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(///|//|/?\\*).*$", Pattern.MULTILINE);
    private static final Pattern DECISION_FILE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

    private static final Path MAIN = Path.of("src/main/java/org/esquive");
    private static final Path TEST = Path.of("src/test/java/org/esquive");
    private static final Path BROWSER = Path.of("browser/src/test/java");
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final Path POLICY_PAGE = Path.of("docs/policy.md");
    private static final Path CHANNEL_PAGES = Path.of("docs/channels");
    private static final Path DECISIONS = Path.of("docs/decisions");
    private static final Path OPERATIONS_PAGE = Path.of("docs/operations.md");
    private static final Path PROCESS_OPTIONS = Path.of("src/main/resources/application.properties");
    private static final Pattern PROCESS_OPTION = Pattern.compile("^(esquive\\.[a-z.]+)=", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(foldersWithJava(MAIN))
                .as("a package-info.java with @NullMarked and a comment of at least a sentence")
                .allSatisfy(folder -> {
                    var page = folder.resolve("package-info.java");
                    assertThat(page).exists();
                    assertThat(read(page)).contains("\n@NullMarked\n");
                    assertThat(docComment(page)).matches("(?s)[A-Z`\\[].{20,}\\.(\\s.*)?");
                });
    }

    @Test
    void everyFileIsShort() {
        assertThat(offenders(javaFiles(), file -> lines(file).size() > MOST_LINES_IN_A_FILE))
                .as("at most %d lines: a longer file does two things", MOST_LINES_IN_A_FILE)
                .isEmpty();
    }

    @Test
    void everyLineIsShort() {
        assertThat(places(javaFiles(), line -> line.length() > MOST_CHARACTERS_IN_A_LINE))
                .as("at most %d characters", MOST_CHARACTERS_IN_A_LINE)
                .isEmpty();
    }

    @Test
    void everyCommentIsLeftAloneByTheFormatter() {
        Predicate<String> isComment = line -> line.stripLeading().startsWith("//");
        assertThat(places(javaFiles(), isComment.and(line -> line.length() > MOST_CHARACTERS_IN_A_COMMENT_LINE)))
                .as(
                        "at most %d characters: the formatter folds a longer comment without its ///",
                        MOST_CHARACTERS_IN_A_COMMENT_LINE)
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(places(javaFiles(), line -> LEFTOVER_MARKER.matcher(line).find()))
                .as("do it, or open an issue")
                .isEmpty();
    }

    @Test
    void everyNameSaysWhatTheThingIs() {
        Function<Path, List<String>> names = file ->
                found(DECLARED_TYPE, COMMENT.matcher(read(file)).replaceAll(""), match -> file + ": " + match.group(1));
        assertThat(javaFiles().stream().flatMap(file -> names.apply(file).stream()))
                .as("no Manager, Helper, Util, Impl, Data, Info, Processor, Abstract")
                .noneMatch(name -> EMPTY_NAME
                        .matcher(name.substring(name.lastIndexOf(' ') + 1))
                        .matches());
    }

    @Test
    void everyChannelHasItsPage() {
        assertThat(folders(MAIN.resolve("channel")))
                .as("docs/channels/<channel>.md")
                .allSatisfy(channel -> assertThat(CHANNEL_PAGES.resolve(channel.getFileName() + ".md"))
                        .exists());
    }

    @Test
    void everyReasonIsExplainedToKeepers() {
        assertThat(reasonsMissingFrom(read(POLICY_PAGE)))
                .as("reasons that docs/policy.md does not name")
                .isEmpty();
    }

    @Test
    void everyReasonHasAStory() {
        var stories = files(STORIES, ".story").stream().map(TidyTest::read).collect(joining("\n"));
        assertThat(reasonsMissingFrom(stories))
                .as("reasons that no story shows")
                .isEmpty();
    }

    @Test
    void everyOptionOfTheProcessIsExplainedToKeepers() {
        List<String> variables = PROCESS_OPTION
                .matcher(read(PROCESS_OPTIONS))
                .results()
                .map(option -> option.group(1).toUpperCase(Locale.ROOT).replace('.', '_'))
                .filter(variable -> !variable.equals("ESQUIVE_DEMO"))
                .toList();
        assertThat(variables)
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(read(OPERATIONS_PAGE)).contains("`" + variable + "`"));
    }

    @Test
    void everyLinkOfADocumentLeadsSomewhere() throws IOException {
        try (Stream<Path> root = Files.list(Path.of("."));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> pages = Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            assertThat(pages)
                    .isNotEmpty()
                    .allSatisfy(page -> LINK.matcher(read(page))
                            .results()
                            .forEach(link -> assertThat(page.resolveSibling(link.group(1)))
                                    .exists()));
        }
    }

    @Test
    void decisionsAreNumberedOnceAndShort() {
        var pages = files(DECISIONS, ".md").stream()
                .filter(page -> Character.isDigit(name(page).charAt(0)))
                .toList();
        assertThat(pages).allSatisfy(page -> {
            assertThat(name(page)).matches(DECISION_FILE);
            assertThat(lines(page)).hasSizeLessThanOrEqualTo(MOST_LINES_IN_A_DECISION);
        });
        assertThat(pages.stream().map(page -> name(page).substring(0, 4))).doesNotHaveDuplicates();
    }

    private static List<String> reasonsMissingFrom(String text) {
        return reasons().stream()
                .filter(reason ->
                        !Pattern.compile("\\b" + reason + "\\b").matcher(text).find())
                .toList();
    }

    /// By reflection, so that this test stands before the policy does.
    private static List<String> reasons() {
        try {
            var constants = Class.forName("org.esquive.policy.Reason").getEnumConstants();
            return Arrays.stream(constants)
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        } catch (ClassNotFoundException _) {
            return List.of();
        }
    }

    private static String docComment(Path packageInfo) {
        return lines(packageInfo).stream()
                .takeWhile(line -> !line.startsWith("@"))
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .collect(joining("\n"))
                .strip();
    }

    private static List<Path> javaFiles() {
        var all = new ArrayList<>(files(MAIN, ".java"));
        all.addAll(files(TEST, ".java"));
        all.addAll(files(BROWSER, ".java"));
        return all;
    }

    private static Set<Path> foldersWithJava(Path root) {
        var folders = new TreeSet<Path>();
        files(root, ".java").forEach(file -> folders.add(file.getParent()));
        return folders;
    }

    private static List<Path> offenders(List<Path> files, Predicate<Path> offends) {
        return files.stream().filter(offends).toList();
    }

    private static List<String> places(List<Path> files, Predicate<String> offends) {
        var places = new ArrayList<String>();
        for (var file : files) {
            var lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (offends.test(lines.get(i))) places.add(file + ":" + (i + 1));
            }
        }
        return places;
    }

    private static List<String> found(Pattern pattern, String text, Function<MatchResult, String> as) {
        return pattern.matcher(text).results().map(as).toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> folders(Path root) {
        return walk(root, 1).stream()
                .filter(path -> !path.equals(root) && Files.isDirectory(path))
                .toList();
    }

    private static List<Path> files(Path root, String ending) {
        return walk(root, Integer.MAX_VALUE).stream()
                .filter(path -> name(path).endsWith(ending))
                .toList();
    }

    /// Everything below a folder in a stable order; nothing if the folder does not exist.
    private static List<Path> walk(Path root, int depth) {
        if (!Files.isDirectory(root)) return List.of();
        try (var paths = Files.walk(root, depth)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    /// The text of a file; empty if there is none, so that a missing page reads as a page that says nothing.
    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
