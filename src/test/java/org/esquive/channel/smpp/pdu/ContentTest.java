package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Vectors.expect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.lab.Vectors;
import org.esquive.message.Segment;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ContentTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final int ORDERS = 10;

    static Stream<Named<JsonNode>> longTexts() {
        return Vectors.of("smpp_concat")
                .filter(row -> row.getPayload().path("expect").has("text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longTexts")
    void thePiecesOfALongTextSayWhereTheyBelong(JsonNode row) {
        List<Content> pieces = new ArrayList<>(
                messages(row).map(message -> Content.of(message, Alphabet.GSM)).toList());
        Random chance = new Random(1);
        for (int i = 0; i < ORDERS; i++) {
            TreeMap<Integer, String> words = new TreeMap<>();
            for (Content piece : pieces) {
                Segment segment = piece.segment().orElseThrow();
                expect(row, "total", total -> assertThat(segment.total()).isEqualTo(total.asInt()));
                expect(row, "ref", ref -> assertThat(segment.reference()).isEqualTo(ref.asInt()));
                assertThat(piece.forPeople()).isTrue();
                words.put(segment.number(), piece.text());
            }
            expect(
                    row,
                    "text",
                    text -> assertThat(words.values().stream().collect(Collectors.joining()))
                            .isEqualTo(text.asString()));
            Collections.shuffle(pieces, chance);
        }
    }

    @Test
    void theSarParametersSayItToo() {
        Pdu.Message piece =
                Texts.delivered(0, 0, ascii("slt"), tlv(0x020C, "0102"), tlv(0x020E, "03"), tlv(0x020F, "02"));
        assertThat(read(piece)).isEqualTo(new Content("slt", Optional.of(new Segment(0x102, true, 3, 2)), true));
        Pdu.Message incomplete = Texts.delivered(0, 0, ascii("slt"), tlv(0x020C, "0102"), tlv(0x020E, "03"));
        Pdu.Message impossible =
                Texts.delivered(0, 0, ascii("slt"), tlv(0x020C, "0102"), tlv(0x020E, "03"), tlv(0x020F, "04"));
        Pdu.Message tooLong =
                Texts.delivered(0, 0, ascii("slt"), tlv(0x020C, "010203"), tlv(0x020E, "03"), tlv(0x020F, "02"));
        for (Pdu.Message whole : List.of(incomplete, impossible, tooLong)) {
            assertThat(read(whole)).isEqualTo(new Content("slt", Optional.empty(), true));
        }
    }

    @Test
    void theWordsMayBeInThePayload() {
        Tlvs.Tlv payload = new Tlvs.Tlv(Tlvs.MESSAGE_PAYLOAD, ascii("slt"));
        assertThat(read(Texts.delivered(0, 0, new byte[0], payload)).text()).isEqualTo("slt");
        assertThat(read(Texts.delivered(0, 0, ascii("ca va"), payload)).text()).isEqualTo("ca va");
        Tlvs.Tlv piece = tlv(Tlvs.MESSAGE_PAYLOAD, "050003070202" + "736c74");
        assertThat(read(Texts.delivered(Texts.WITH_HEADER, 0, new byte[0], piece)))
                .isEqualTo(new Content("slt", Optional.of(new Segment(7, false, 2, 2)), true));
    }

    @ParameterizedTest
    @CsvSource({
        "00, 00, 00, true", // ordinary
        "80, 00, 00, true", // with a reply path
        "03, 41, F1, true", // stored, replacing, for the phone
        "00, 00, BF, true", // a coding that nobody knows
        "04, 00, 00, false", // a receipt
        "08, 00, 00, false", // an acknowledgement
        "20, 00, 00, false", // an intermediate receipt
        "00, 40, 00, false", // silent
        "00, 7F, 00, false", // for the SIM
        "00, 00, 10, false", // flash
        "00, 00, 18, false", // flash
        "00, 00, F0, false", // flash
        "00, 00, 12, false", // for the SIM
        "00, 00, F2, false", // for the SIM
        "00, 00, C8, false", // mail waits
        "00, 00, E8, false", // mail waits
        "00, 00, 04, false", // bytes
        "00, 00, F5, false", // bytes
    })
    void whatNobodyWroteIsNotForPeople(String esmClass, String protocolId, String dataCoding, boolean forPeople) {
        Pdu.Message usual = Texts.delivered(hex(esmClass), hex(dataCoding), ascii("abcd"));
        Envelope as = usual.envelope();
        Envelope envelope = new Envelope(
                "", as.source(), as.destination(), as.esmClass(), hex(protocolId), 0, "", "", 0, 0, as.dataCoding(), 0);
        Pdu.Message message = new Pdu.Message(usual.carrier(), 1, envelope, usual.text(), usual.tlvs());
        assertThat(read(message).forPeople()).isEqualTo(forPeople);
    }

    @ParameterizedTest
    @CsvSource({
        "0605040B8423F0616263, abc, false", // to a port
        "027000616263, abc, false", // to the SIM
        "0200006869, hi, true", // a piece that says nothing
        "FF0003010201, '', false", // longer than it is
        "'', '', false", // nothing at all
    })
    void aHeaderIsTakenOff(String hex, String text, boolean forPeople) {
        Content content = read(Texts.delivered(Texts.WITH_HEADER, 0, HEX.parseHex(hex)));
        assertThat(content).isEqualTo(new Content(text, Optional.empty(), forPeople));
    }

    @Test
    void itTellsNoWords() {
        assertThat(read(Texts.delivered(0, 0, ascii("slt"))).toString()).doesNotContain("slt");
    }

    private static Stream<Pdu.Message> messages(JsonNode row) {
        int esmClass = row.path("esm_class").asInt(0);
        int dataCoding = row.path("data_coding").asInt(0);
        return row.has("pdus_hex")
                ? row.path("pdus_hex").valueStream().map(hex -> message(Texts.read(HEX.parseHex(hex.asString()))))
                : row.path("short_messages_hex")
                        .valueStream()
                        .map(hex -> Texts.delivered(esmClass, dataCoding, HEX.parseHex(hex.asString())));
    }

    private static Pdu.Message message(Read read) {
        if (read instanceof Read.Whole(Pdu.Message message)) {
            return message;
        }
        throw new AssertionError("expected a message, got " + read);
    }

    private static Content read(Pdu.Message message) {
        return Content.of(message, Alphabet.GSM);
    }

    private static Tlvs.Tlv tlv(int tag, String hex) {
        return new Tlvs.Tlv(tag, HEX.parseHex(hex));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
