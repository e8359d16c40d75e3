package org.esquive.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.esquive.lab.Vectors.expect;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.esquive.message.Gsm7.Language;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class Gsm7Test {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Septets where the source of the vectors errs, see `vectors/README.md`.
    private static final Map<String, Set<String>> DISPUTED = Map.of("table-lock-06-hindi", Set.of("00", "01", "02"));

    static Stream<Named<JsonNode>> texts() {
        return Vectors.of("gsm7_text");
    }

    static Stream<Named<JsonNode>> tables() {
        return Vectors.of("gsm_table");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyTextTravelsAsOthersSendIt(JsonNode row) {
        String text = row.path("text").asString("");
        expect(
                row,
                "encodable",
                is -> assertThat(Gsm7.DEFAULT.isEncodable(text)).isEqualTo(is.asBoolean()));
        expect(row, "septets_hex", hex -> {
            assertThat(HEX.formatHex(Gsm7.DEFAULT.encode(text))).isEqualTo(hex.asString());
            assertThat(decode(hex.asString()).text()).isEqualTo(text);
        });
        expect(row, "packed_hex", hex -> {
            byte[] septets = Gsm7.DEFAULT.encode(text);
            assertThat(HEX.formatHex(Gsm7.pack(septets, 0))).isEqualTo(hex.asString());
            assertThat(Gsm7.unpack(HEX.parseHex(hex.asString()), septets.length, 0))
                    .isEqualTo(septets);
        });
        expect(row, "text_if_septet_count_known", known -> {
            int count = row.path("expect").path("septets").asInt();
            byte[] packed = HEX.parseHex(row.path("packed_hex").asString());
            assertThat(Gsm7.DEFAULT.decode(Gsm7.unpack(packed, count, 0)).text())
                    .isEqualTo(known.asString());
        });
        expect(
                row,
                "invalid_bytes_hex",
                hex -> assertThat(decode(row.path("septets_hex").asString()).invalidHex())
                        .isEqualTo(hex.asString()));
        expect(
                row,
                "valid",
                is -> assertThat(decode(row.path("septets_hex").asString())
                                .invalidHex()
                                .isEmpty())
                        .isEqualTo(is.asBoolean()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyTableIsTheOneOthersHave(JsonNode row) {
        String id = row.path("id").asString();
        boolean shift = id.startsWith("table-shift");
        Language language = Language.of(row.path("language_id").asInt()).orElseThrow();
        Gsm7 alphabet = shift ? Gsm7.of(Language.DEFAULT, language) : Gsm7.of(language, Language.DEFAULT);
        JsonNode map = row.path("expect").path("map");
        for (int septet = 0; septet < 0x80; septet++) {
            String hex = "%02X".formatted(septet);
            if (DISPUTED.getOrDefault(id, Set.of()).contains(hex) || (!shift && hex.equals("1B"))) {
                continue;
            }
            var decoded = alphabet.decode(HEX.parseHex(shift ? "1B" + hex : hex));
            if (map.has(hex)) {
                assertThat(decoded.text()).as(hex).isEqualTo(unit(map.path(hex).asString()));
                assertThat(decoded.invalidHex()).as(hex).isEmpty();
            } else {
                assertThat(decoded.invalidHex()).as(hex).isEqualTo(shift ? "1B" + hex : hex);
            }
        }
    }

    @Test
    void aTableHasNoMoreCharactersThanItsPlaces() {
        for (Language language : Language.values()) {
            assertThat(GsmTables.locking(language)).hasSize(GsmTables.SIZE);
            assertThat(GsmTables.single(language)).hasSize(GsmTables.SIZE);
        }
    }

    @ParameterizedTest(name = "{0}: {1} = U+{2}")
    @CsvSource({
        "HINDI, 00, 0901",
        "HINDI, 02, 0903",
        "HINDI, 7F, 097F",
        "KANNADA, 24, 0CA1",
        "KANNADA, 57, FFFD",
        "KANNADA, 60, 0CD5",
        "KANNADA, 7F, 0CE3",
        "ORIYA, 00, 0B01",
        "ORIYA, 45, FFFD",
        "ORIYA, 60, 0B56",
        "ORIYA, 7F, 0B63",
        "URDU, 00, 0627",
        "URDU, 1A, 062F",
        "URDU, 3E, 0634",
        "URDU, 60, 0654",
        "URDU, 7F, 0670",
        "KANNADA, 1B1C, 0CE6",
        "KANNADA, 1B2A, 0CF2",
        "ORIYA, 1B20, 0B6A",
        "ORIYA, 1B2C, 0B71",
        "URDU, 1B19, 0600",
        "URDU, 1B3B, 06CD",
        "URDU, 1B3F, 06D4"
    })
    void languagesThatNoVectorKnowsReadAsInTheStandard(Language language, String septets, String unit) {
        assertThat(Gsm7.of(language, language).decode(HEX.parseHex(septets)).text())
                .isEqualTo(unit(unit));
    }

    @Test
    void aLanguageHasTheIdentifierOfTheStandard() {
        assertThat(Language.of(13)).contains(Language.URDU);
        assertThat(Language.SPANISH.id()).isEqualTo(2);
        assertThat(Language.of(14)).isEmpty();
        assertThat(Language.of(-1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // an unknown character behind an escape is read as the one without, and listed
                "1B41, A, 1B41",
                // an escape behind an escape stands for a table yet to be defined
                "1B1B65, \" e\", 1B1B",
                "411B, A\uFFFD, 1B",
                "1BFF41, \uFFFDA, 1BFF",
                "FF41, \uFFFDA, FF"
            })
    void whatIsNoCharacterIsShownAndListed(String septets, String text, String invalid) {
        assertThat(decode(septets)).isEqualTo(new Gsm7.Decoded(text, invalid));
    }

    @Test
    void aHoleBehindAnEscapeIsReadInTheLockingTableOfItsLanguage() {
        var hindi = Gsm7.of(Language.HINDI, Language.DEFAULT);
        assertThat(hindi.decode(HEX.parseHex("1B03"))).isEqualTo(new Gsm7.Decoded("\u0905", "1B03"));
        assertThat(Gsm7.of(Language.TAMIL, Language.DEFAULT)
                        .decode(HEX.parseHex("1B00"))
                        .text())
                .isEqualTo("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç", "’", "\t", "\u001B", "\uFFFD", "\uFFFF", "😀", "\uD83D", "α", "`"})
    void whatIsNotInTheAlphabetIsRefusedWithoutRepeatingIt(String text) {
        assertThat(Gsm7.DEFAULT.isEncodable(text)).isFalse();
        assertThat(Gsm7.DEFAULT.septets("a" + text)).isEqualTo(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gsm7.DEFAULT.encode("secret" + text))
                .withMessageNotContaining("secret");
    }

    @Test
    void ofTwoWaysToWriteACharacterTheShorterWins() {
        assertThat(Gsm7.DEFAULT.encode("\n")).containsExactly(0x0A);
        assertThat(Gsm7.of(Language.PORTUGUESE, Language.PORTUGUESE).encode("ê"))
                .containsExactly(0x04);
        assertThat(Gsm7.of(Language.DEFAULT, Language.BENGALI).encode("¡*")).containsExactly(0x40, 0x2A);
        assertThat(Gsm7.of(Language.HINDI, Language.HINDI).encode("¡@")).containsExactly(0x1B, 0x13, 0x1B, 0x00);
        assertThat(Gsm7.of(Language.DEFAULT, Language.DEFAULT).encode("@")).containsExactly(0x00);
    }

    @ParameterizedTest
    @EnumSource
    void decodingIsTheOppositeOfEncoding(Language language) {
        Gsm7 alphabet = Gsm7.of(language, language);
        Random random = new Random(23038);
        for (int round = 0; round < 50; round++) {
            String text = random.ints(random.nextInt(200), 0, 0x10000)
                    .map(unit -> unit % 0x3000)
                    .filter(unit -> alphabet.isEncodable(Character.toString(unit)))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] septets = alphabet.encode(text);
            assertThat(septets).hasSize(alphabet.septets(text));
            assertThat(alphabet.decode(septets)).isEqualTo(new Gsm7.Decoded(text, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void unpackingIsTheOppositeOfPacking(int fillBits) {
        Random random = new Random(7);
        for (int length = 0; length < 170; length++) {
            byte[] septets = new byte[length];
            IntStream.range(0, length).forEach(i -> septets[i] = (byte) random.nextInt(0x80));
            byte[] packed = Gsm7.pack(septets, fillBits);
            assertThat(packed).hasSize((fillBits + 7 * length + 7) / 8);
            assertThat(Gsm7.unpack(packed, length, fillBits)).isEqualTo(septets);
            assertThat(packed.length == 0 ? 0 : packed[0] & (1 << fillBits) - 1).isZero();
        }
    }

    @Test
    void noMoreSeptetsAreUnpackedThanWereReceived() {
        assertThat(Gsm7.unpack(HEX.parseHex("C16030180C0683"), 200, 0)).hasSize(8);
        assertThat(Gsm7.unpack(HEX.parseHex("C16030180C0683"), 200, 1)).hasSize(7);
        assertThat(Gsm7.unpack(HEX.parseHex("C1"), -1, 0)).isEmpty();
        assertThat(Gsm7.unpack(new byte[0], 5, 6)).isEmpty();
    }

    @Test
    void onlyTheSevenLowBitsArePacked() {
        assertThat(Gsm7.pack(HEX.parseHex("FFFF"), 0)).isEqualTo(HEX.parseHex("FF3F"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7})
    void thereAreNoughtToSixFillBits(int fillBits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gsm7.pack(new byte[1], fillBits))
                .withMessageContaining("got " + fillBits);
        assertThatIllegalArgumentException().isThrownBy(() -> Gsm7.unpack(new byte[1], 1, fillBits));
    }

    @Test
    void randomBytesAreReadWithoutFailing() {
        Random random = new Random(1);
        for (Language language : Language.values()) {
            Gsm7 alphabet = Gsm7.of(language, language);
            for (int round = 0; round < 50; round++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                assertThat(alphabet.decode(bytes).text()).hasSizeLessThanOrEqualTo(bytes.length);
            }
        }
    }

    @Test
    void whatWasReadDoesNotShowItsWords() {
        assertThat(decode("616263")).hasToString("Decoded[text=***, invalidHex=]");
    }

    private static Gsm7.Decoded decode(String septetsHex) {
        return Gsm7.DEFAULT.decode(HEX.parseHex(septetsHex));
    }

    private static String unit(String hex) {
        return Character.toString(HexFormat.fromHexDigits(hex));
    }
}
