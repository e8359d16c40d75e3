package org.esquive.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.esquive.message.PhoneNumber;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// A contact is a name and a number, whatever was typed as the name.
class VCardTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+33639980010");

    @Test
    void aNameIsTakenAsItIsAndEscaped() {
        assertThat(VCard.of("Zoé; la cousine, 2\\3", "Alex", NUMBER).text())
                .contains("\r\nN:;Zoé\\; la cousine\\, 2\\\\3;;;\r\n")
                .contains("\r\nFN:Zoé\\; la cousine\\, 2\\\\3\r\n");
    }

    @Test
    void whereNothingIsToBeSeenTheUsualNameStands() {
        assertThat(VCard.of(" \u200b\u202e\n ", "Alex", NUMBER).name()).isEqualTo("Alex");
    }

    static Stream<Named<JsonNode>> hostileTexts() {
        return Vectors.of("hostile_text")
                .filter(row -> row.getPayload().path("text").isString());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noNameAddsALineOfItsOwn(JsonNode row) {
        String card = VCard.of(row.path("text").asString(), "Alex", NUMBER).text();
        List<String> lines = List.of(card.replace("\r\n ", "").split("\r\n"));
        assertThat(lines)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("BEGIN:VCARD"),
                        line -> assertThat(line).isEqualTo("VERSION:3.0"),
                        line -> assertThat(line).startsWith("N:;").endsWith(";;;"),
                        line -> assertThat(line).startsWith("FN:"),
                        line -> assertThat(line).isEqualTo("TEL;TYPE=CELL:+33639980010"),
                        line -> assertThat(line).isEqualTo("END:VCARD"));
        assertThat(card.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
    }
}
