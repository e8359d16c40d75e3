package org.esquive.console.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.esquive.message.Segments;
import org.esquive.settings.Wording;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What a keeper reads beside the field of a text.
class MeterTest {
    private static final Price PRICE = new Price("EUR", OptionalLong.of(76_270));

    /// The text of October 2017, with a typographic apostrophe.
    private static final String OF_2017 = "Si vous lisez ce message, c’est que vous avez mis une femme mal à l’aise.";

    private static Stream<Named<JsonNode>> segmentation() {
        return Vectors.of("segmentation");
    }

    private static Meter meter(String text) {
        return Meter.of(text, PRICE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("segmentation")
    void theMeterSaysWhatTheNetworkBills(JsonNode row) {
        Meter meter = meter(row.path("text").asString());
        Vectors.expect(
                row,
                "encoding",
                encoding -> assertThat(meter.encoding() == Segments.Encoding.UCS_2)
                        .isEqualTo(encoding.asString().equals("UCS-2")));
        Vectors.expect(row, "segments", segments -> assertThat(meter.segments()).isEqualTo(segments.asInt()));
        Vectors.expect(row, "units", units -> assertThat(meter.units()).isEqualTo(units.asInt()));
        assertThat(meter.units()).isLessThanOrEqualTo(meter.room());
        assertThat(meter.percent()).isBetween(0, 100);
    }

    @ParameterizedTest
    @MethodSource("segmentation")
    void thePartsOfATextAreTheText(JsonNode row) {
        String text = row.path("text").asString();
        assertThat(Meter.pieces(text).stream().map(Meter.Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void aThousandRepliesCostWhatTheirSegmentsDo() {
        assertThat(meter("Bonjour.").cost()).isEqualTo("76.27\u00a0EUR");
        assertThat(meter("x".repeat(161)).cost()).isEqualTo("152.54\u00a0EUR");
        assertThat(Meter.of("Bonjour.", new Price("EUR", OptionalLong.empty()), Locale.FRENCH)
                        .cost())
                .isEmpty();
        assertThat(PRICE.segment(Locale.FRENCH)).isEqualTo("0,07627\u00a0EUR");
    }

    @Test
    void anApostropheThatCostsASegmentIsNamedWithWhatToUseInstead() {
        Meter meter = meter(OF_2017);
        assertThat(meter.segments()).isEqualTo(2);
        assertThat(meter.outside())
                .containsExactly(new Meter.Outside("’", "U+2019", "right single quotation mark", "'", true, 2));
        Meter.Suggestion plain = Objects.requireNonNull(meter.plain());
        assertThat(plain.text()).isEqualTo(OF_2017.replace('’', '\''));
        assertThat(plain.segments()).isEqualTo(1);
        assertThat(Meter.pieces(OF_2017).stream().filter(Meter.Piece::outside)).hasSize(2);
    }

    @Test
    void whatCannotBeSeenIsNamedByItsNumberAlone() {
        Meter meter = meter("a\u200bb\u00a0c");
        assertThat(meter.outside())
                .extracting(Meter.Outside::shown, Meter.Outside::code, Meter.Outside::to)
                .containsExactly(tuple("", "U+200B", ""), tuple("", "U+00A0", " "));
    }

    @Test
    void whatHasNoPlainFormIsToBeDoneWithout() {
        Meter meter = meter("ok 👍🏽 l’ami");
        assertThat(meter.plain()).isNull();
        assertThat(meter.outside())
                .extracting(Meter.Outside::shown, Meter.Outside::code, Meter.Outside::replaceable)
                .containsExactly(tuple("’", "U+2019", true), tuple("👍🏽", "U+1F44D U+1F3FD", false));
    }

    @Test
    void aTextInOtherLettersIsNotPickedToPieces() {
        for (String text : new String[] {"مرحبا، هذا رقم لا يرغب صاحبه", "Здравствуйте", "こんにちは"}) {
            Meter meter = meter(text);
            assertThat(meter.script()).isTrue();
            assertThat(meter.outside()).isEmpty();
            assertThat(meter.plain()).isNull();
            assertThat(Meter.pieces(text)).containsExactly(new Meter.Piece(text, false));
        }
    }

    @Test
    void ofManyStrangeCharactersAFewAreNamedAndTheOthersCounted() {
        String text = "ê â î ô û ë ï œ á í ó ú ã õ";
        assertThat(meter(text).outside()).hasSize(Meter.MOST_NAMED);
        assertThat(meter(text).more()).isEqualTo(14 - Meter.MOST_NAMED);
    }

    @Test
    void aTextThatIsFarTooLongIsOnlyCounted() {
        Meter meter = meter("’".repeat(Wording.LONGEST + 1));
        assertThat(meter.outside()).isEmpty();
        assertThat(meter.segments()).isEqualTo(24);
    }
}
