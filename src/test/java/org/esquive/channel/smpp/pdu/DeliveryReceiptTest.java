package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Vectors.expect;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.esquive.channel.smpp.pdu.DeliveryReceipt.Part;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.lab.Vectors;
import org.esquive.message.Gsm7;
import org.esquive.message.Receipt.State;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DeliveryReceiptTest {
    private static final int RECEIPT = 0x04;
    private static final int INTERIM = 0x20;

    static Stream<Named<JsonNode>> receipts() {
        return Vectors.of("dlr");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receipts")
    void everyReceiptIsReadAsOthersReadIt(JsonNode row) {
        Pdu.Message message = message(row);
        DeliveryReceipt receipt = DeliveryReceipt.of(message, Alphabet.GSM);
        expect(
                row,
                "is_receipt",
                is -> assertThat(DeliveryReceipt.isReceipt(message)).isEqualTo(is.asBoolean()));
        for (Part part : Part.values()) {
            String key = part.key.replace(' ', '_');
            expect(row, key, said -> assertThat(receipt.part(part)).as(key).isEqualTo(optional(said)));
        }
        expect(row, "submit_date_iso_local", iso -> assertDate(receipt.submittedAt(), iso));
        expect(row, "done_date_iso_local", iso -> assertDate(receipt.doneAt(), iso));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "delivrd, DELIVERED",
        "ACCEPTD, SENT",
        "ENROUTE, SENT",
        "EXPIRED, FAILED",
        "DELETED, FAILED",
        "UNDELIV, FAILED",
        "REJECTD, FAILED",
        "FAILED, FAILED",
        "UNKNOWN,",
        "0,",
        "MYSTERY,",
        "'',"
    })
    void aStateMeansWhatItSays(String word, State state) {
        assertThat(read("id:1 stat:" + word).state()).isEqualTo(Optional.ofNullable(state));
    }

    @ParameterizedTest
    @CsvSource({
        "0, SENT",
        "1, SENT",
        "2, DELIVERED",
        "3, FAILED",
        "4, FAILED",
        "5, FAILED",
        "6, SENT",
        "7,",
        "8, FAILED",
        "9, FAILED",
        "77,"
    })
    void aStateInAParameterMeansTheSame(int number, State state) {
        Tlvs tlvs = new Tlvs(List.of(new Tlvs.Tlv(Tlvs.MESSAGE_STATE, new byte[] {(byte) number})));
        assertThat(DeliveryReceipt.read("", tlvs, false).state()).isEqualTo(Optional.ofNullable(state));
    }

    @Test
    void anIntermediateReceiptIsNotTheLast() {
        byte[] text = ascii("id:1 stat:DELIVRD");
        Pdu.Message interim = Texts.delivered(INTERIM, 0, text);
        assertThat(DeliveryReceipt.isReceipt(interim)).isTrue();
        assertThat(DeliveryReceipt.of(interim, Alphabet.GSM).state()).contains(State.SENT);
        assertThat(DeliveryReceipt.of(Texts.delivered(RECEIPT, 0, text), Alphabet.GSM)
                        .state())
                .contains(State.DELIVERED);
    }

    @Test
    void anErrorOfTheNetworkIsTakenFromItsParameter() {
        Tlvs tlvs = new Tlvs(List.of(new Tlvs.Tlv(Tlvs.NETWORK_ERROR_CODE, new byte[] {3, 1, 2})));
        assertThat(DeliveryReceipt.read("id:1 err:000", tlvs, false).part(Part.ERR))
                .contains("3/258");
    }

    @ParameterizedTest
    @CsvSource({
        "00, true, false",
        "04, true, true",
        "07, true, true",
        "C4, true, true",
        "08, true, true",
        "20, true, true",
        "10, true, false",
        "18, true, false",
        "40, true, false",
        "00, false, true"
    })
    void esmClassOrAParameterMakesAReceipt(String esmClass, boolean withoutId, boolean receipt) {
        Tlvs.Tlv[] tlvs =
                withoutId ? new Tlvs.Tlv[0] : new Tlvs.Tlv[] {new Tlvs.Tlv(Tlvs.RECEIPTED_MESSAGE_ID, ascii("41\0"))};
        Pdu.Message message = Texts.delivered(Integer.parseInt(esmClass, 16), 0, ascii("slt"), tlvs);
        assertThat(DeliveryReceipt.isReceipt(message)).isEqualTo(receipt);
    }

    @ParameterizedTest
    @CsvSource({
        "id:41 stat:DELIVRD, true",
        "ID : 41  Stat : DELIVRD, true",
        "slt tu fais quoi, false",
        "valid:41 thestat:x, false",
        "stat: c'est quoi, false",
    })
    void wordsMayLookLikeAReceipt(String text, boolean receipt) {
        assertThat(DeliveryReceipt.looksLikeReceipt(text)).isEqualTo(receipt);
    }

    @ParameterizedTest
    @CsvSource({
        "id: 41 sub: 001 stat: DELIVRD err: 000",
        "'ID:41,SUB:001,STAT:DELIVRD,ERR:000'",
        "id:41;sub:001;stat:DELIVRD;err:000;",
        "'id:41\r\nsub:001\r\nstat:DELIVRD\r\nerr:000'",
        "submit_date:2601011200 id:41 sub:001 stat:DELIVRD err:000 Done Date:2601011201",
    })
    void spacesCaseAndCommasDoNotMatter(String text) {
        DeliveryReceipt receipt = read(text);
        assertThat(receipt.part(Part.ID)).contains("41");
        assertThat(receipt.part(Part.SUB)).contains("001");
        assertThat(receipt.part(Part.STAT)).contains("DELIVRD");
        assertThat(receipt.part(Part.ERR)).contains("000");
    }

    @Test
    void aQuotedTextChangesNothing() {
        DeliveryReceipt receipt = read("id:41 stat:DELIVRD err:000 text:id:42 stat:UNDELIV err:1");
        assertThat(receipt.part(Part.ID)).contains("41");
        assertThat(receipt.state()).contains(State.DELIVERED);
        assertThat(receipt.part(Part.TEXT)).contains("id:42 stat:UNDELIV err:1");
    }

    @Test
    void anIdIsAlsoLookedForAsTheNetworkMayHaveWrittenItBefore() {
        assertThat(otherwise("98765432101")).contains("16fee0e525", "16FEE0E525");
        assertThat(otherwise("16FEE0E525")).contains("98765432101", "16fee0e525");
        assertThat(otherwise("0000041")).startsWith("41", "65").contains("29", "00000029");
        assertThat(otherwise("171908907")).contains("0a3f1f2b", "0A3F1F2B");
        assertThat(otherwise("0A3F1F2B")).contains("171908907");
        assertThat(otherwise("000")).contains("0");
        assertThat(otherwise("74e02ee1-4e2f-4a6e-a78b-4b247d756a22")).isEmpty();
        assertThat(otherwise("٤١")).isEmpty();
        assertThat(otherwise("9".repeat(200))).isEmpty();
        assertThat(otherwise("9".repeat(64))).isNotEmpty();
    }

    @Test
    void theIdInTheWordsIsTriedBehindTheOneInTheParameter() {
        Tlvs tlvs = new Tlvs(List.of(new Tlvs.Tlv(Tlvs.RECEIPTED_MESSAGE_ID, ascii("7C\0"))));
        var match = DeliveryReceipt.read("id:0000000999 stat:DELIVRD", tlvs, false)
                .match()
                .orElseThrow();
        assertThat(match.id()).isEqualTo("7C");
        assertThat(match.otherwise())
                .startsWith("124")
                .contains("0000000999", "999")
                .doesNotHaveDuplicates();
        assertThat(read("stat:DELIVRD").match()).isEmpty();
        assertThat(read("id: stat:DELIVRD").match()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "8", "3", "4"})
    void aMachinesWordsAreReadWhateverTheirCoding(int dataCoding) {
        Pdu.Message message = Texts.delivered(RECEIPT, dataCoding, ascii("id:a_1 stat:DELIVRD"));
        assertThat(DeliveryReceipt.of(message, Alphabet.GSM).part(Part.ID)).contains("a_1");
    }

    @Test
    void wideAndPackedWordsAreReadToo() {
        byte[] wide = "id:41 stat:DELIVRD".getBytes(StandardCharsets.UTF_16BE);
        assertThat(DeliveryReceipt.of(Texts.delivered(RECEIPT, 8, wide), Alphabet.GSM)
                        .part(Part.ID))
                .contains("41");
        byte[] packed = Gsm7.pack(Gsm7.DEFAULT.encode("id:41 stat:DELIVRD"), 0);
        assertThat(DeliveryReceipt.of(Texts.delivered(RECEIPT, 0, packed), Alphabet.GSM_PACKED)
                        .part(Part.ID))
                .contains("41");
    }

    @Test
    void datesThatCannotBeAreNone() {
        for (String date : List.of("2602301200", "2613011200", "260101250000", "26010112", "20260230120000", "26-01")) {
            assertThat(read("done date:" + date).doneAt()).as(date).isEmpty();
        }
        assertThat(read("done date:20260131235959").doneAt()).contains(LocalDateTime.of(2026, 1, 31, 23, 59, 59));
    }

    @Test
    void noWordsMakeItThrow() {
        SplittableRandom chance = new SplittableRandom(5);
        String[] bits = {
            "id:", "stat", ":", " ", "submit date:", "done date", "text:", "err:", "9", "DELIVRD", "\0", "é"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = chance.nextInt(12); left > 0; left--) {
                text.append(chance.nextBoolean() ? bits[chance.nextInt(bits.length)] : (char) chance.nextInt(0x10000));
            }
            DeliveryReceipt receipt = read(text.toString());
            assertThat(receipt.state()).isNotNull();
            assertThat(receipt.match()).isNotNull();
            assertThat(receipt.doneAt()).isNotNull();
            assertThat(receipt.submittedAt()).isNotNull();
        }
    }

    private static Pdu.Message message(JsonNode row) {
        byte[] text = row.path("short_message").asString().getBytes(StandardCharsets.ISO_8859_1);
        List<Tlvs.Tlv> tlvs = new ArrayList<>();
        row.path("tlvs").properties().forEach(tlv -> {
            byte[] value = tlv.getValue().isNumber()
                    ? new byte[] {(byte) tlv.getValue().asInt()}
                    : ascii(tlv.getValue().asString() + '\0');
            tlvs.add(new Tlvs.Tlv(Integer.parseInt(tlv.getKey(), 16), value));
        });
        return Texts.delivered(RECEIPT, 0, text, tlvs.toArray(Tlvs.Tlv[]::new));
    }

    private static void assertDate(Optional<LocalDateTime> date, JsonNode iso) {
        List<String> readings = iso.has("ambiguous")
                ? iso.path("ambiguous").valueStream().map(JsonNode::asString).toList()
                : List.of(iso.asString());
        assertThat(readings.stream().map(LocalDateTime::parse)).contains(date.orElseThrow());
    }

    private static Optional<String> optional(JsonNode said) {
        return said.isNull() ? Optional.empty() : Optional.of(said.asString());
    }

    private static List<String> otherwise(String id) {
        return read("id:" + id).match().orElseThrow().otherwise();
    }

    private static DeliveryReceipt read(String text) {
        return DeliveryReceipt.read(text, Tlvs.NONE, false);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
