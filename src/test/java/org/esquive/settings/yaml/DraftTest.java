package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.esquive.settings.Settings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// A few places of a document are changed, and the rest stays as it was.
class DraftTest {
    private static final String DOCUMENT = """
            lines:
              - {id: demo, number: "+33639980010", country: FR, channel: phone, also-answered: [BE, CH],
                 limits: {replies-per-day: 200, per-prefix: {"+3361": 20}}}
              - {id: paris, number: "+33639980011", country: FR, channel: phone}
            channels:
              - {id: phone, kind: android, options: {url: "http://192.168.1.20:8080", sim.paris: "2"}, secrets: {token: x}}
            keepers:
              - {number: "+33639980020", secret: GEZDGNBVGY3TQOJQ}
            texts:
              fr: {ladder: [un, deux], help: aide, stop: stop, start: start}
            """;

    private final Draft draft = Draft.of(DOCUMENT).orElseThrow();

    @Test
    void whatStandsSomewhereIsFoundByItsPath() {
        assertThat(draft.word("lines/demo/limits/replies-per-day")).contains("200");
        assertThat(draft.word("lines/demo/limits/per-prefix/+3361")).contains("20");
        assertThat(draft.word("channels/phone/options/sim.paris")).contains("2");
        assertThat(draft.words("lines/demo/also-answered")).containsExactly("BE", "CH");
        assertThat(draft.below("lines")).containsExactly("demo", "paris");
        assertThat(draft.word("keepers/+33639980020/secret")).isPresent();
        assertThat(draft.word("lines/demo")).isEmpty();
        assertThat(draft.has("lines/lyon")).isFalse();
    }

    @Test
    void aChangeKeepsTheRest() {
        var changed = read(draft.with(List.of(
                new Edit.Put("lines/demo/limits/replies-per-day", "50"),
                new Edit.PutAll("lines/demo/denied", List.of("+3363998")),
                new Edit.Remove("lines/demo/also-answered"))));
        var line = changed.lines().getFirst();
        assertThat(line.alsoAnswered()).isEmpty();
        assertThat(line.denied()).containsExactly("+3363998");
        assertThat(changed.lines()).hasSize(2);
        assertThat(SettingsYaml.write(changed)).contains("replies-per-day: 50", "per-prefix: {\"+3361\": 20}");
    }

    @Test
    void entriesComeAndGo() {
        var changed = draft.with(List.of(
                new Edit.Remove("lines/demo"),
                new Edit.Put("lines/lyon/number", "+33639980012"),
                new Edit.Put("lines/lyon/country", "FR"),
                new Edit.Put("lines/lyon/channel", "phone")));
        assertThat(read(changed).lines().stream().map(line -> line.id().value()))
                .containsExactly("paris", "lyon");
        assertThat(changed.since(draft))
                .contains(new Edit.Remove("lines/demo"))
                .filteredOn(edit -> edit.path().startsWith("lines/demo"))
                .hasSize(1);
    }

    @Test
    void whatWasChangedCanBeLaidOnAnotherVersion() {
        var mine = draft.with(List.of(new Edit.Put("lines/demo/delay", "5m to 10m")));
        var theirs = draft.with(List.of(new Edit.Put("lines/paris/delay", "1h to 2h"), new Edit.Remove("texts/fr")));
        var both = theirs.with(mine.since(draft));
        assertThat(both.word("lines/demo/delay")).contains("5m to 10m");
        assertThat(both.word("lines/paris/delay")).contains("1h to 2h");
        assertThat(both.has("texts")).isFalse();
        assertThat(mine.since(mine)).isEmpty();
    }

    @Test
    void whatTheProgramWritesComesBackAsItWas() {
        var settings = new AnySettings(20);
        IntStream.range(0, 200).forEach(_ -> {
            Settings any = settings.next();
            String yaml = SettingsYaml.write(any, secret -> secret.reveal());
            assertThat(read(Draft.of(yaml).orElseThrow())).isEqualTo(any);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "lines[1].limits.replies-per-day, lines/paris/limits/replies-per-day",
        "lines[0].limits.per-prefix.+3361, lines/demo/limits/per-prefix/+3361",
        "lines[0].also-answered[1], lines/demo/also-answered",
        "lines[9].delay, lines/9/delay",
        "channels[0].options.sim.paris, channels/phone/options/sim.paris",
        "channels.phone, channels/phone",
        "channels.phone.kind, channels/phone/kind",
        "keepers[0].number, keepers/+33639980020/number",
        "texts.fr.ladder[1], texts/fr/ladder",
        "lines, lines",
        "the document, the document"
    })
    void aProblemIsLedBackToItsPlace(String field, String place) {
        assertThat(draft.place(field)).isEqualTo(place);
    }

    static Stream<Named<JsonNode>> hostileTexts() {
        return Vectors.of("hostile_text")
                .filter(row -> row.getPayload().path("text").isString());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void anyTextComesBackAsItWas(JsonNode row) {
        String text = row.path("text").asString();
        var changed = draft.with(List.of(
                new Edit.Put("texts/fr/help", text),
                new Edit.PutAll("texts/fr/ladder", List.of(text, text)),
                new Edit.Put("channels/phone/options/url", text)));
        var again = Draft.of(changed.yaml()).orElseThrow();
        assertThat(again.word("texts/fr/help")).contains(text);
        assertThat(again.words("texts/fr/ladder")).containsExactly(text, text);
        assertThat(again.word("channels/phone/options/url")).contains(text);
        assertThat(again.since(changed)).isEmpty();
        assertThat(again.word("lines/paris/number")).contains("+33639980011");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lines: [1, 2]
            lines: [{id: a, number: b}, {id: a, number: c}]
            lines: [{number: b}]
            a/b: c
            a: !!python/object x
            a: [[1]]
            just words
            a: {
            """)
    void whatIsNoSettingsIsNoDraft(String yaml) {
        assertThat(Draft.of(yaml)).isEmpty();
    }

    @Test
    void nothingIsAnEmptyDraft() {
        assertThat(Draft.of("").orElseThrow().yaml()).isEmpty();
    }

    private static Settings read(Draft draft) {
        return ((Reading.Valid) SettingsYaml.read(draft.yaml())).settings();
    }
}
