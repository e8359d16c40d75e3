package org.esquive.console.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.yaml.ShippedTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a form's fields mean.
class TypedTest {
    private static final Map<String, String> LEAST =
            Map.of("ladder1", "one", "help", "help", "stop", "stop", "start", "start");

    private static Typed typed(String... more) {
        Map<String, String> fields = new HashMap<>(LEAST);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return Typed.of(fields::get);
    }

    @Test
    void storedTextsComeBackAsTheyWere() {
        ShippedTexts.load()
                .values()
                .forEach(texts -> assertThat(Typed.of(texts).texts()).contains(texts));
        ReplyTexts least = new ReplyTexts(List.of("one"), "help", "stop", "start");
        assertThat(Typed.of(least).texts()).contains(least);
    }

    @Test
    void emptyFieldsAtTheEndOfTheLadderAndForTheCoverAreNoTexts() {
        Typed typed = typed("ladder2", "two", "ladder3", " ", "cover", "\n");
        assertThat(typed.texts()).contains(new ReplyTexts(List.of("one", "two"), "help", "stop", "start"));
        assertThat(typed.mayBeEmpty(Step.THIRD)).isTrue();
        assertThat(typed.mayBeEmpty(Step.COVER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ladder1", "help", "stop", "start"})
    void whatMustBeThereMustBeThere(String field) {
        assertThat(typed(field, "").texts()).isEqualTo(Optional.empty());
        assertThat(typed(field, "").mayBeEmpty(Step.of(field).orElseThrow())).isFalse();
    }

    @Test
    void aGapInTheLadderIsNotClosedSilently() {
        Typed typed = typed("ladder2", "", "ladder3", "three");
        assertThat(typed.isGap(Step.SECOND)).isTrue();
        assertThat(typed.isGap(Step.FOURTH)).isFalse();
        assertThat(typed.texts()).isEmpty();
    }

    @Test
    void theLineEndsOfABrowserBecomeThoseOfAText() {
        assertThat(typed("help", "a\r\nb\rc\nd").at(Step.HELP)).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void stepsKnowTheirPlaces() {
        assertThat(Step.SECOND.path("fr")).isEqualTo("texts.fr.ladder[1]");
        assertThat(Step.COVER.path("pt-BR")).isEqualTo("texts.pt-BR.cover");
        assertThat(Step.of("nothing")).isEmpty();
    }
}
