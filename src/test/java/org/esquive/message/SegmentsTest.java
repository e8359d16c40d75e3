package org.esquive.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Vectors.expect;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.esquive.message.Segments.Encoding;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SegmentsTest {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int HEADER_BITS = 48;

    static Stream<Named<JsonNode>> texts() {
        return Vectors.of("segmentation");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyTextCostsWhatOthersCount(JsonNode row) {
        String text = row.path("text").asString();
        Segments segments = Segments.of(text);
        int bits = segments.units() * (segments.encoding() == Encoding.GSM_7 ? 7 : 16);
        int headers = segments.count() > 1 ? HEADER_BITS * segments.count() : 0;
        expect(
                row,
                "encoding",
                name -> assertThat(segments.encoding().name().replace('_', '-')).isEqualTo(name.asString()));
        expect(row, "segments", count -> assertThat(segments.count()).isEqualTo(count.asInt()));
        expect(row, "segments", count -> assertThat(segments.parts()).hasSize(count.asInt()));
        expect(row, "units", units -> assertThat(segments.units()).isEqualTo(units.asInt()));
        expect(row, "bits_payload", payload -> assertThat(bits).isEqualTo(payload.asInt()));
        expect(row, "bits_total", total -> assertThat(bits + headers).isEqualTo(total.asInt()));
        expect(
                row,
                "graphemes",
                count -> assertThat(CLUSTER.matcher(text).results()).hasSize(count.asInt()));
        expect(row, "scalars", count -> assertThat(text.codePoints()).hasSize(count.asInt()));
        expect(
                row,
                "fragment_lengths",
                lengths -> assertThat(segments.parts().stream().map(String::length))
                        .containsExactlyElementsOf(
                                lengths.valueStream().map(JsonNode::asInt).toList()));
    }

    @Test
    void anEmptyTextIsOneSegment() {
        assertThat(Segments.of("").count()).isEqualTo(1);
        assertThat(Segments.of("").parts()).containsExactly("");
        assertThat(Segments.of("").units()).isZero();
    }

    @Test
    void anEscapeIsNotCutFromItsCharacter() {
        Segments segments = Segments.of("a".repeat(152) + "€" + "b".repeat(153));
        assertThat(segments.units()).isEqualTo(307);
        assertThat(segments.parts()).containsExactly("a".repeat(152), "€" + "b".repeat(151), "bb");
        assertThat(segments.count()).isEqualTo(3);
    }

    @Test
    void spareSeptetsMayCostASegment() {
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).count()).isEqualTo(3);
        assertThat(Segments.of("a".repeat(151) + "€" + "a".repeat(153)).count()).isEqualTo(2);
    }

    @Test
    void aSurrogatePairIsNotCut() {
        assertThat(Segments.of("é".repeat(66) + "😀ç" + "a".repeat(10)).parts())
                .containsExactly("é".repeat(66), "😀ç" + "a".repeat(10));
        assertThat(Segments.of("ç".repeat(65) + "😀" + "a".repeat(10)).parts())
                .containsExactly("ç".repeat(65) + "😀", "a".repeat(10));
    }

    @Test
    void loneSurrogatesAreUnitsLikeOthers() {
        String text = "\uD83D".repeat(67) + "\uDE00".repeat(4);
        assertThat(Segments.of(text).units()).isEqualTo(71);
        assertThat(String.join("", Segments.of(text).parts())).isEqualTo(text);
    }

    @Test
    void whatAReaderSeesAsOneCharacterIsNotCut() {
        String flag = "🏳\uFE0F\u200D🌈";
        assertThat(Segments.of("ç".repeat(64) + flag + "a".repeat(20)).parts())
                .containsExactly("ç".repeat(64), flag + "a".repeat(20));
        assertThat(Segments.of("ç".repeat(61) + flag + "a".repeat(20)).parts())
                .containsExactly("ç".repeat(61) + flag, "a".repeat(20));
    }

    @Test
    void aFullSegmentIsNoReasonToCutACharacter() {
        String flag = "🏳\uFE0F\u200D🌈";
        assertThat(Segments.of("ç".repeat(131) + flag + "a".repeat(20)).parts())
                .containsExactly("ç".repeat(67), "ç".repeat(64), flag + "a".repeat(20));
    }

    @Test
    void aCharacterIsCutIfSparingItCostsASegment() {
        String flag = "🏳\uFE0F\u200D🌈";
        assertThat(Segments.of("ç".repeat(64) + flag + "a".repeat(64)).parts())
                .containsExactly("ç".repeat(64) + "🏳\uFE0F", "\u200D🌈" + "a".repeat(64));
    }

    @Test
    void aCharacterLongerThanASegmentIsCut() {
        String tower = "e" + "\u0301".repeat(80);
        assertThat(Segments.of(tower).parts()).containsExactly("e" + "\u0301".repeat(66), "\u0301".repeat(14));
        assertThat(Segments.of("ç" + tower).parts()).hasSize(2).allMatch(part -> part.length() <= 67);
    }

    @Test
    void limitsAreThoseOfTheStandard() {
        assertThat(List.of(Encoding.GSM_7.alone(), Encoding.GSM_7.joined())).containsExactly(160, 153);
        assertThat(List.of(Encoding.UCS_2.alone(), Encoding.UCS_2.joined())).containsExactly(70, 67);
    }

    @Test
    void aLineAboutSegmentsDoesNotShowTheWords() {
        assertThat(Segments.of("secret")).hasToString("Segments[GSM_7, units=6, count=1]");
    }

    @Test
    void theSegmentsOfRandomTextsAreTheTextAndFit() {
        String alphabet = "aé€[ç😀\u0301\u200D🇫🇷\uD83D\uDE00\r\n";
        Random random = new Random(160);
        for (int round = 0; round < 2_000; round++) {
            int kinds = 1 + random.nextInt(alphabet.length());
            String text = random.ints(random.nextInt(500), 0, kinds)
                    .mapToObj(alphabet::charAt)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();
            Segments segments = Segments.of(text);
            assertThat(segments.parts()).hasSize(segments.count());
            assertThat(String.join("", segments.parts())).isEqualTo(text);
            assertThat(segments.parts()).allMatch(part -> fits(part, segments));
        }
    }

    private static boolean fits(String part, Segments segments) {
        Encoding encoding = segments.encoding();
        int units = encoding == Encoding.GSM_7 ? Gsm7.DEFAULT.septets(part) : part.length();
        return units <= (segments.count() == 1 ? encoding.alone() : encoding.joined());
    }
}
