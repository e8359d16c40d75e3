package org.esquive.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.LineId;
import org.esquive.message.Plain;
import org.esquive.message.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every alert has words in every language, and its line in the documentation.
class WordsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T20:30:00Z");
    private static final Map<String, String> FACTS = facts(
            "texts 31 newcomers 12 people 11 undeliverable 4/10 stops 1/20 scope line cap replies-per-day spent 160 most"
                    + " 200 channel phone cause x failed 5 ended 11 hours 7 perday 30 free 400 part y minutes 90");

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void everyKindHasATitleASentenceAndAnAdviceInEveryLanguage(AlertKind kind) {
        for (String language : Words.LANGUAGES) {
            Notice.Item item = words(language).read(List.of(alert(kind))).getFirst();
            assertThat(Stream.of(item.title(), item.says(), item.advice()))
                    .allSatisfy(part -> assertThat(part).isNotBlank().doesNotContain("{", "}"));
            assertThat(Segments.of(Plain.of("Esquive: " + item.title()).text()).count())
                    .as(item.title())
                    .isEqualTo(1);
        }
    }

    @Test
    void theLanguagesSayTheSameThings() throws IOException {
        assertThat(read("fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read("en").stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void everyKindIsExplainedToKeepers(AlertKind kind) throws IOException {
        assertThat(Files.readString(Path.of("docs/alerts.md"))).contains("| `" + kind + "` |");
    }

    @Test
    void everyWayIsExplainedToKeepers() throws IOException {
        String page = Files.readString(Path.of("docs/alerts.md"));
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/esquive/alert"))) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(way -> assertThat(page).contains("\n### " + way.getFileName() + "\n"));
        }
    }

    @Test
    void aLanguageWithoutWordsIsEnglish() {
        assertThat(words("nl").read(List.of(alert(AlertKind.TEST))).getFirst().title())
                .isEqualTo("Test");
        assertThat(words("fr").read(List.of(alert(AlertKind.TEST))).getFirst().title())
                .isEqualTo("Essai");
    }

    @Test
    void aNoticeOfVeryMuchSaysHowMuchMore() {
        List<Pile> piles = Stream.iterate(1, i -> i + 1)
                .limit(50)
                .map(i -> Pile.of(
                        i,
                        new Figures.Alert(
                                i,
                                new LineId("line-" + i),
                                NOW,
                                i == 50 ? AlertKind.FLOOD : AlertKind.NEIGHBOURS,
                                Optional.empty(),
                                FACTS)))
                .toList();
        Notice notice = words("en").notice("x", NOW, piles);
        assertThat(notice.subject()).isEqualTo("Esquive: Line line-50: flood, and 49 more");
        assertThat(notice.items()).hasSize(Words.MOST_ITEMS);
        assertThat(notice.text()).contains("And 30 more causes");
    }

    private static Words words(String language) {
        return Words.in(language, ZoneId.of("Europe/Paris"));
    }

    private static Figures.Alert alert(AlertKind kind) {
        return new Figures.Alert(1, new LineId("a-line-with-the-longest-name-032"), NOW, kind, Optional.empty(), FACTS);
    }

    private static Map<String, String> facts(String words) {
        Map<String, String> facts = new HashMap<>();
        List<String> all = Arrays.asList(words.split(" "));
        for (int i = 0; i < all.size(); i += 2) {
            facts.put(all.get(i), all.get(i + 1));
        }
        return facts;
    }

    private static Properties read(String language) throws IOException {
        Properties words = new Properties();
        words.load(new StringReader(Files.readString(
                Path.of("src/main/resources/alerts_" + language + ".properties"), StandardCharsets.UTF_8)));
        return words;
    }
}
