package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.channel.smpp.pdu.TextCoding.Encoded;
import org.esquive.message.Gsm7;
import org.esquive.message.Segment;
import org.esquive.message.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCodingTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final UserDataHeader PIECE =
            UserDataHeader.read(UserDataHeader.of(new Segment(1, false, 2, 1))).orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "00, 00111B65, @_€",
        "01, 53544F50, STOP",
        "01, 53E9, S\uFFFD",
        "03, 636166E9, café",
        "06, B4D0, Да",
        "07, F9ECE5ED, שלום",
        "08, D83DDE00, 😀",
        "08, 0053D83D, S\uFFFD",
        "08, 005300, S\uFFFD",
        "05, 93FA967B, 日本",
        "0A, 1B2442467C4B5C1B2842, 日本",
        "0D, C6FCCBDC, 日本",
        "0E, C7D1B1DB, 한글",
        "0B, 616263, abc",
        "BF, 616263, abc",
        "11, 616263, abc",
        "19, 00E9, é",
        "59, 00E9, é",
        "C8, 616263, abc",
        "E0, 00E9, é",
        "F1, 616263, abc",
    })
    void eachCodingIsReadAsItsOwn(String dataCoding, String hex, String text) {
        var decoded = decode(hex, Integer.parseInt(dataCoding, 16), Alphabet.GSM);
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.binary()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "09", "14", "15", "20", "F4", "F5"})
    void bytesAreNoWords(String dataCoding) {
        var decoded = decode("000102FF", Integer.parseInt(dataCoding, 16), Alphabet.GSM);
        assertThat(decoded.text()).isEmpty();
        assertThat(decoded.binary()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GSM, 636166051B65, café€", "LATIN_1, 636166E9, café", "UTF_8, 636166C3A9E282AC, café€"})
    void theUsualAlphabetIsAnAgreement(Alphabet usual, String hex, String text) {
        assertThat(decode(hex, 0, usual).text()).isEqualTo(text);
    }

    @Test
    void septetsBehindAHeaderMayBePacked() {
        for (String text : new String[] {"a", "hellohello", "seven 7", "eight  8", "€uro", ""}) {
            for (UserDataHeader header : new UserDataHeader[] {UserDataHeader.NONE, PIECE}) {
                Encoded packed = TextCoding.encode(text, Segments.Encoding.GSM_7, Alphabet.GSM_PACKED, header.length());
                assertThat(TextCoding.decode(packed.bytes(), header, 0, Alphabet.GSM_PACKED)
                                .text())
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void aHeaderMayNameANationalTable() {
        Gsm7 turkish = Gsm7.of(Gsm7.Language.TURKISH, Gsm7.Language.TURKISH);
        UserDataHeader header =
                UserDataHeader.read(HEX.parseHex("06240101250101")).orElseThrow();
        byte[] septets = turkish.encode("ıŞğ");
        assertThat(TextCoding.decode(septets, header, 0, Alphabet.GSM).text()).isEqualTo("ıŞğ");
        byte[] packed = Gsm7.pack(septets, header.fillBits());
        assertThat(TextCoding.decode(packed, header, 0, Alphabet.GSM_PACKED).text())
                .isEqualTo("ıŞğ");
        UserDataHeader unknown = UserDataHeader.read(HEX.parseHex("032401FF")).orElseThrow();
        assertThat(TextCoding.decode(new byte[] {0x61}, unknown, 0, Alphabet.GSM)
                        .text())
                .isEqualTo("a");
    }

    @Test
    void whatWeSendIsInTheAlphabetOfTheLink() {
        assertEncoded(TextCoding.encode("é€", Segments.Encoding.GSM_7), "051b65", 0);
        assertEncoded(TextCoding.encode("é😀", Segments.Encoding.UCS_2), "00e9d83dde00", 8);
        assertEncoded(TextCoding.encode("é€", Segments.Encoding.GSM_7, Alphabet.LATIN_1, 0), "e93f", 0);
        assertEncoded(TextCoding.encode("é€", Segments.Encoding.GSM_7, Alphabet.UTF_8, 0), "c3a9e282ac", 0);
        assertEncoded(
                TextCoding.encode("hellohello", Segments.Encoding.GSM_7, Alphabet.GSM_PACKED, 0),
                "e8329bfd4697d9ec37",
                0);
        assertEncoded(TextCoding.encode("é😀", Segments.Encoding.UCS_2, Alphabet.LATIN_1, 6), "00e9d83dde00", 8);
    }

    @Test
    void whatTheAlphabetHasNotIsAQuestionMark() {
        assertEncoded(TextCoding.encode("aż😀b", Segments.Encoding.GSM_7), "613f3f3f62", 0);
    }

    @ParameterizedTest
    @EnumSource
    void noBytesMakeItThrow(Alphabet usual) {
        SplittableRandom chance = new SplittableRandom(4);
        for (int i = 0; i < 10_000; i++) {
            byte[] body = new byte[chance.nextInt(20)];
            chance.nextBytes(body);
            UserDataHeader header = chance.nextBoolean()
                    ? UserDataHeader.NONE
                    : UserDataHeader.read(new byte[] {3, 0x24, 1, (byte) chance.nextInt(256), 0})
                            .orElseThrow();
            assertThat(TextCoding.decode(body, header, chance.nextInt(256), usual)
                            .text())
                    .isNotNull();
            String text = new String(body, StandardCharsets.UTF_16BE);
            for (Segments.Encoding encoding : Segments.Encoding.values()) {
                assertThat(TextCoding.encode(text, encoding, usual, chance.nextInt(10))
                                .bytes())
                        .isNotNull();
            }
        }
    }

    @Test
    void thisJavaHasTheCharsetsOfTheFarEast() {
        for (String name : new String[] {"ISO-8859-5", "ISO-8859-8", "Shift_JIS", "ISO-2022-JP", "EUC-JP", "EUC-KR"}) {
            assertThat(Charset.isSupported(name)).isTrue();
        }
    }

    private static TextCoding.Decoded decode(String hex, int dataCoding, Alphabet usual) {
        return TextCoding.decode(HEX.parseHex(hex), UserDataHeader.NONE, dataCoding, usual);
    }

    private static void assertEncoded(Encoded encoded, String hex, int dataCoding) {
        assertThat(HEX.formatHex(encoded.bytes())).isEqualTo(hex);
        assertThat(encoded.dataCoding()).isEqualTo(dataCoding);
    }
}
