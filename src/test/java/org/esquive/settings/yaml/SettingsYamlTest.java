package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.Problem;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.Warning;
import org.junit.jupiter.api.Test;

/// What a keeper may write, and what they are told if it is something else.
class SettingsYamlTest {
    private static final String CHANNELS = "channels: [{id: phone, kind: loopback}]\n";
    private static final String LINE = "id: demo, number: \"+33639980010\", country: FR, channel: phone";

    @Test
    void aShortDocumentGetsTheUsualValues() {
        var line = valid("lines: [{" + LINE + "}]\n" + CHANNELS).lines().getFirst();
        assertThat(line.timing().delay()).isEqualTo(Delay.USUAL);
        assertThat(line.limits()).isEqualTo(Limits.USUAL);
        assertThat(line.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(line.language()).isEqualTo("fr");
        assertThat(line.status()).isEqualTo(Line.Status.OPEN);
    }

    @Test
    void aNumberMayBeWrittenAsItIsDialled() {
        var settings = valid("lines: [{id: demo, number: 06 39 98 00 10, country: FR, channel: phone}]\n" + CHANNELS);
        assertThat(settings.lines().getFirst().number().e164()).isEqualTo("+33639980010");
    }

    @Test
    void aWordIsAWordWhateverYamlMakesOfIt() {
        var channel = valid("lines: [{" + LINE + "}]\nchannels: [{id: phone, kind: loopback,"
                        + " options: {a: no, b: 0123, c: 2026-01-01, d: 1e3}}]")
                .channels()
                .getFirst();
        assertThat(channel.options())
                .containsEntry("a", "no")
                .containsEntry("b", "0123")
                .containsEntry("c", "2026-01-01")
                .containsEntry("d", "1e3");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(sentences("""
                lines:
                  - {id: Demo, number: "+33639980010", country: FR, channel: phone, statsu: open}
                  - {id: two, number: "+33639980010", country: France, channel: fone, delay: 70m to 20m}
                  - {number: "0", country: FR, language: xx, zone: Paris, limits: {texts-per-sender: 6, memory: 30}}
                channels:
                  - {id: phone, kind: android, options: {url: [1]}, secrets: {password: }}
                texts:
                  fr: {ladder: [], help: "see example.org", stop: " "}
                colour: blue
                """))
                .containsExactlyInAnyOrder(
                        "colour: found an unknown key, expected one of lines, channels, texts, alerts, webhooks, keepers, panic",
                        "lines[0].statsu: found an unknown key, expected status (is that what you meant?)",
                        "lines[0].id: found \"Demo\", expected 1 to 32 lower-case letters, digits and dashes, starting with"
                                + " a letter, such as demo",
                        "lines[1].country: found \"France\", expected a country code of two capital letters, such as FR",
                        "lines[1].delay: found \"70m to 20m\", expected two times of at most 24h, the shortest first, or none,"
                                + " such as 20m to 70m",
                        "lines[1].channel: found \"fone\", which is no channel here, expected the id of a channel: phone",
                        "lines[2].number: found \"0\", expected a number of the line's country, in international form, such as"
                                + " \"+33639980010\"",
                        "lines[2].id: found nothing, expected 1 to 32 lower-case letters, digits and dashes, starting with a"
                                + " letter, such as demo",
                        "lines[2].zone: found \"Paris\", expected a time zone, such as Europe/Paris",
                        "lines[2].language: found \"xx\", which has no texts, expected a language that has texts: de, en, es, fr, it,"
                                + " nl, pt",
                        "lines[2].channel: found nothing, expected the id of a channel, such as phone",
                        "lines[2].limits.texts-per-sender: found \"6\", expected a whole number from 1 to 5, such as 5",
                        "lines[2].limits.memory: found \"30\", expected a time from 1d to 365d, such as 30d",
                        "channels[0].options.url: found a list, expected one value of at most 4,000 characters, such as"
                                + " \"http://192.168.1.20:8080\"",
                        "channels[0].secrets.password: found nothing, expected the secret itself, of 1 to 4,000 characters, or"
                                + " *** to keep the one that is stored under this name, such as \"***\"",
                        "texts.fr.ladder: found 0 texts, expected a list of 1 to 5 texts, such as [\"The person did not wish"
                                + " this contact.\"]",
                        "texts.fr.start: found nothing, expected a text, such as \"Your texts are answered again.\"",
                        "texts.fr.help: found something that a phone shows as a link, expected words without an address, and"
                                + " a space after each full stop, such as \"Please stop. Thank you.\"",
                        "texts.fr.stop: found no words, expected a text, such as \"Nothing more will be sent to you.\"");
    }

    @Test
    void whatAProblemRepeatsIsNeitherASecretNorANumber() {
        var told = String.join("\n", sentences("""
                lines: [{id: "+33639980010", number: "+33 6 39 98 00 10 99", country: FR, channel: phone}]
                channels: [{id: phone, kind: loopback, secrets: {password: ***, token: sealed:hunter2}}]
                """))
                + String.join("\n", sentences("channels: {secrets: {password: *hunter2}}"))
                + String.join(
                        "\n", sentences("channels: [{id: phone, kind: loopback, secrets: {password: !hunter2 x}}]"));
        assertThat(told).doesNotContain("hunter2").doesNotContain("998001").doesNotContain("98 00 10");
    }

    @Test
    void aDocumentThatIsNoYamlIsPointedAt() {
        assertThat(sentences("lines:\n\t- id: demo"))
                .singleElement()
                .asString()
                .startsWith("line 2, column 1: found a tab, expected YAML: two spaces a level");
        assertThat(sentences("")).anyMatch(told -> told.startsWith("lines: found nothing"));
        assertThat(sentences("- a")).anyMatch(told -> told.startsWith("the document: found a list"));
        assertThat(sentences("lines: [{" + LINE + "}, {" + LINE + ", id: again}]\n" + CHANNELS))
                .anyMatch(told -> told.startsWith("lines[1].id: found the key twice"));
    }

    @Test
    void aHostileDocumentIsRefusedQuickly() {
        var bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + "*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [x]\n", ""));
        assertThat(problems(bomb)).hasSize(1);
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThat(problems("x".repeat(SettingsYaml.LARGEST + 1))).hasSize(1);
        assertThat(problems("a: !!javax.script.ScriptEngineManager [x]")).isNotEmpty();
        assertThat(problems("lines: &l [*l]\n" + CHANNELS)).isNotEmpty();
        assertThat(problems("? [a, b]\n: c")).isNotEmpty();
        assertThat(problems("a: \u0000")).hasSize(1);
        var strange =
                IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
        assertThat(problems(strange)).hasSize(Problems.MOST);
    }

    @Test
    void linesAndChannelsMustAgree() {
        assertThat(sentences("lines: [{" + LINE + "}, {" + LINE + "}]\n"
                        + "channels: [{id: phone, kind: a}, {id: phone, kind: b}]"))
                .containsExactlyInAnyOrder(
                        "lines[1].id: found an id that another line has, expected a different id for each line,"
                                + " such as demo-2",
                        "lines[1].number: found a number that another line has, expected a different number for each"
                                + " line",
                        "channels[1].id: found an id that another channel has, expected a different id for each"
                                + " channel");
        assertThat(sentences("lines: [{id: demo, number: \"+33639980010\", country: GB, channel: phone}]\n" + CHANNELS))
                .singleElement()
                .asString()
                .startsWith("lines[0].number: found a number of FR, expected a number of GB");
        assertThat(sentences("lines: [{id: demo, number: \"+33012345\", country: FR, channel: phone}]\n" + CHANNELS))
                .singleElement()
                .asString()
                .startsWith("lines[0].number: found a number that no country's plan knows");
        assertThat(problems("lines: [{id: demo, number: \"+447700900123\", country: GB, channel: phone}]\n" + CHANNELS))
                .isEmpty();
    }

    @Test
    void whatIsAllowedButRiskyIsSaid() {
        var reading = SettingsYaml.read("lines: [{" + LINE + ", delay: none, limits: {replies-per-day: 0}}]\n"
                + "channels: [{id: phone, kind: loopback}, {id: spare, kind: loopback}]\n"
                + "texts: {fr: {ladder: ['" + "a".repeat(161) + "'], help: 'l’aide', stop: b, start: c}}");
        assertThat(((Reading.Valid) reading).warnings())
                .extracting(Warning::field)
                .containsExactly(
                        "lines[0].delay",
                        "lines[0].limits.replies-per-day",
                        "channels[1]",
                        "texts.fr.ladder[0]",
                        "texts.fr.help");
    }

    @Test
    void secretsAreMaskedUnlessAskedForOtherwise() {
        var settings = valid(
                "lines: [{" + LINE + "}]\n" + "channels: [{id: phone, kind: loopback, secrets: {password: hunter2}}]");
        assertThat(SettingsYaml.write(settings)).contains("password: \"***\"").doesNotContain("hunter2");
        assertThat(SettingsYaml.write(settings, Secret::reveal)).contains("password: \"hunter2\"");
        assertThat(problems(SettingsYaml.write(settings)))
                .extracting(Problem::field)
                .containsExactly("channels[0].secrets.password");
    }

    @Test
    void whatIsWrittenReadsAsTheSame() {
        for (long seed = 0; seed < 200; seed++) {
            var settings = new AnySettings(seed).next();
            assertThat(SettingsYaml.read(SettingsYaml.write(settings, Secret::reveal)))
                    .as("seed %d", seed)
                    .isInstanceOfSatisfying(
                            Reading.Valid.class,
                            valid -> assertThat(valid.settings()).isEqualTo(settings));
        }
    }

    @Test
    void aThousandLinesFitADocument() {
        var one = new AnySettings(7).next();
        var line = one.lines().getFirst();
        var lines = IntStream.range(0, 1_000)
                .mapToObj(i -> AnySettings.numbered(line, i))
                .toList();
        var settings = new Settings(
                lines,
                List.of(new ChannelSettings(
                        line.channel(),
                        "loopback",
                        one.channels().getFirst().options(),
                        one.channels().getFirst().secrets(),
                        one.channels().getFirst().caps(),
                        one.channels().getFirst().prices())),
                one.texts());
        assertThat(SettingsYaml.read(SettingsYaml.write(settings, Secret::reveal)))
                .isInstanceOf(Reading.Valid.class);
    }

    @Test
    void spansAreWrittenInTheLargestUnitThatFits() {
        assertThat(List.of(
                        Duration.ZERO,
                        Duration.ofMillis(1_500),
                        Duration.ofSeconds(90),
                        Duration.ofMinutes(70),
                        Duration.ofHours(36),
                        Duration.ofDays(2)))
                .extracting(Spans::format)
                .containsExactly("0s", "1500ms", "90s", "70m", "36h", "2d");
    }

    private static Settings valid(String yaml) {
        return switch (SettingsYaml.read(yaml)) {
            case Reading.Valid valid -> valid.settings();
            case Reading.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> problems(String yaml) {
        return switch (SettingsYaml.read(yaml)) {
            case Reading.Valid _ -> List.of();
            case Reading.Invalid(var problems) -> problems;
        };
    }

    private static List<String> sentences(String yaml) {
        return problems(yaml).stream().map(Problem::sentence).toList();
    }
}
