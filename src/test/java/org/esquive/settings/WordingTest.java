package org.esquive.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a keeper hears of a text before it may leave.
class WordingTest {

    @Test
    void aTextOfOneSegmentInThe7BitAlphabetIsNotRemarkedUpon() {
        assertThat(Wording.of("Merci de ne pas insister.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u2003"})
    void aTextWithoutWordsIsRefused(String text) {
        assertThat(Wording.of(text)).containsExactly(Wording.Remark.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0007b", "a\u001b[31mb", "a\u0085b", "a\ud800b", "a\ufffeb", "a\ud83f\udfffb"})
    void aCharacterThatNoPhoneShowsIsRefused(String text) {
        assertThat(Wording.of(text)).contains(Wording.Remark.UNSHOWABLE);
        assertThat(Wording.unshowable(text).orElseThrow()).isEqualTo("U+%04X".formatted(text.codePointAt(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u200bb", "\u202eab", "\ud83d\ude00 ok", "\ue000 ok"})
    void whatAPhoneShowsOrPassesOverIsNot(String text) {
        assertThat(Wording.of(text)).noneMatch(Wording.Remark::isProblem);
    }

    @Test
    void aTextOfSeveralSegmentsIsTakenWithAWarningAndOneOfMoreThanTenIsNot() {
        assertThat(Wording.of("a ".repeat(81))).containsExactly(Wording.Remark.SEVERAL_SEGMENTS);
        assertThat(Wording.of("é".repeat(765) + "€".repeat(384))).containsExactly(Wording.Remark.TOO_MANY_SEGMENTS);
        assertThat(Wording.of("a".repeat(Wording.LONGEST + 1))).containsExactly(Wording.Remark.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"see https://a b", "www.x", "Stop.merci", "10.0.0.1"})
    void whatAPhoneShowsAsALinkIsRefused(String text) {
        assertThat(Wording.of(text)).contains(Wording.Remark.LINK);
    }
}
