package org.esquive.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What leaves as a table is data in every program that opens it.
class CsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "plain | plain",
                "=1+1 | '''=1+1'",
                "+33 | '''+33'",
                "-2 | '''-2'",
                "@SUM(A1) | '''@SUM(A1)'",
                "'a,b' | '\"a,b\"'",
                "'say \"hi\"' | '\"say \"\"hi\"\"\"'"
            })
    void aCellIsNeverAFormula(String text, String cell) {
        assertThat(Csv.safe(text)).isEqualTo(cell);
    }

    static Stream<Named<JsonNode>> hostileTexts() {
        return Vectors.of("hostile_text")
                .filter(row -> row.getPayload().path("text").isString());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noTextLeavesItsCell(JsonNode row) {
        String cell = Csv.safe(row.path("text").asString());
        boolean quoted = cell.startsWith("\"");
        String inside = quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "") : cell;
        assertThat(inside).doesNotContain("\"");
        assertThat(quoted || cell.chars().noneMatch(letter -> letter == ',' || letter == '\n' || letter == '\r'))
                .isTrue();
        assertThat(quoted ? cell.substring(1) : cell).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
    }
}
