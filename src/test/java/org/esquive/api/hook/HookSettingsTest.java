package org.esquive.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.esquive.settings.Settings;
import org.esquive.settings.WebhookSettings.Event;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SettingsYaml;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What keepers may write of a program, and what they are told if they may not.
class HookSettingsTest {
    private static final String LINES = """
            lines: [{id: demo, number: "+33639980010", country: FR, channel: phone}]
            channels: [{id: phone, kind: loopback}]
            webhooks:
            """;

    private static Reading read(String webhook) {
        return SettingsYaml.read(LINES + "  - " + webhook + "\n");
    }

    private static Settings valid(String webhook) {
        return ((Reading.Valid) read(webhook)).settings();
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    @Test
    void withoutEventsItHearsOfEverything() {
        Settings settings = valid("{id: tracker, options: {url: \"https://8.8.8.8/a\"}, secrets: {signing-secret: "
                + quoted(Programs.KEY) + "}}");
        assertThat(settings.webhooks().getFirst().events()).containsExactlyInAnyOrder(Event.values());
        assertThat(Hooks.problems(settings)).isEmpty();
    }

    @Test
    void whatIsMissingOrUnsafeIsSaid() {
        assertThat(Hooks.problems(valid("{id: tracker}")))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.field()).isEqualTo("webhooks.tracker"));
        Settings inside = valid("{id: tracker, options: {url: \"https://127.0.0.1/\"}, secrets: {signing-secret: "
                + quoted(Programs.KEY) + "}}");
        assertThat(Hooks.problems(inside))
                .singleElement()
                .satisfies(problem -> assertThat(problem.expected()).contains("allow-private"));
    }

    @Test
    void aLineThatIsNotThereAndAnEventNobodyKnowsAreRefused() {
        assertThat(problems("{id: tracker, lines: [paris]}")).containsExactly("webhooks[0].lines");
        assertThat(problems("{id: tracker, events: [gossip]}")).containsExactly("webhooks[0].events[0]");
        assertThat(problems("{id: tracker}\n  - {id: tracker}")).containsExactly("webhooks[1].id");
    }

    private static List<String> problems(String webhook) {
        return ((Reading.Invalid) read(webhook))
                .problems().stream().map(problem -> problem.field()).toList();
    }

    static Stream<Named<JsonNode>> hostile() {
        return Vectors.of("hostile_text");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsAreRefusedInAnyField(JsonNode row) {
        String text = row.path("text").asString();
        Reading named =
                read("{id: " + quoted(text) + ", events: [" + quoted(text) + "], lines: [" + quoted(text) + "]}");
        assertThat(named).isInstanceOf(Reading.Invalid.class);
        if (read("{id: tracker, options: {url: " + quoted(text) + "}}") instanceof Reading.Valid(var settings, var _)) {
            assertThat(Hooks.problems(settings)).isNotEmpty();
        }
    }
}
