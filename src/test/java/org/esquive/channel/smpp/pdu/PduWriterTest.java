package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.channel.smpp.pdu.Pdu.Carrier;
import org.esquive.channel.smpp.pdu.Pdu.Mode;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PduWriterTest {
    private static final Address NUMBER = new Address(1, 1, "33639980001");
    private static final Address FAR_TOO_LONG = new Address(1, 1, "3".repeat(65));

    static Stream<Pdu> anyPdu() {
        Tlvs some = new Tlvs(List.of(new Tlvs.Tlv(0x1400, new byte[] {1, 2}), new Tlvs.Tlv(0xFFFF, new byte[0])));
        Envelope full = new Envelope("CMT", NUMBER, Address.NONE, 3, 4, 5, "when", "until", 6, 7, 8, 9);
        byte[] text = {1, 2, 3};
        return Stream.of(
                new Pdu.Unbind(-1),
                new Pdu.UnbindResponse(4, 0x7FFF_FFFF),
                new Pdu.EnquireLinkResponse(0, 2),
                new Pdu.GenericNack(Status.ESME_RINVCMDID, 3),
                new Pdu.Message(Carrier.SUBMIT_SM, 4, full, text, some),
                new Pdu.Message(Carrier.DATA_SM, 5, Envelope.of(NUMBER, NUMBER, 1, 2, 3), new byte[0], some),
                new Pdu.MessageResponse(Carrier.DATA_SM, 0, 6, "", some),
                new Pdu.Rare(0, 7, new Operation.Query("41", NUMBER)),
                new Pdu.Rare(0, 8, new Operation.QueryResponse("41", "when", 2, 3)),
                new Pdu.Rare(0, 9, new Operation.Cancel("CMT", "41", NUMBER, Address.NONE)),
                new Pdu.Rare(17, 10, new Operation.CancelResponse()),
                new Pdu.Rare(0, 11, new Operation.Replace("41", NUMBER, "when", "until", 1, 2, text, some)),
                new Pdu.Rare(19, 12, new Operation.ReplaceResponse()),
                new Pdu.Rare(
                        0,
                        13,
                        new Operation.SubmitMulti(
                                full,
                                List.of(
                                        new Operation.Destination.Single(NUMBER),
                                        new Operation.Destination.Named("everybody")),
                                text,
                                some)),
                new Pdu.Rare(
                        0,
                        14,
                        new Operation.SubmitMultiResponse("41", List.of(new Operation.Failure(NUMBER, -2)), some)),
                new Pdu.Rare(0, 15, new Operation.Outbind("smsc", "secret")),
                new Pdu.Rare(0, 16, new Operation.Alert(NUMBER, NUMBER, some)));
    }

    @ParameterizedTest
    @MethodSource("anyPdu")
    void whatIsWrittenIsReadAgain(Pdu pdu) {
        assertReadsAs(pdu);
    }

    @ParameterizedTest
    @EnumSource
    void everyBindIsReadAgain(Mode mode) {
        assertReadsAs(new Pdu.Bind(mode, 1, "esquive", "secret", "", 0x34, Address.NONE));
        assertReadsAs(new Pdu.BindResponse(mode, 0, 1, "smsc", Tlvs.NONE));
    }

    @Test
    void aRefusalWithNothingToSayHasNoBodyButThatOfADelivery() {
        assertThat(Texts.written(new Pdu.BindResponse(Mode.RECEIVER, 0x0E, 1, "", Tlvs.NONE)))
                .hasSize(16);
        assertThat(Texts.written(response(Carrier.SUBMIT_SM, 0x58))).hasSize(16);
        assertThat(Texts.written(response(Carrier.SUBMIT_SM, 0))).hasSize(17);
        assertThat(Texts.written(response(Carrier.DELIVER_SM, 0x58))).hasSize(17);
    }

    @Test
    void allThatWaitsIsWrittenOnceAndForgotten() throws IOException {
        PduWriter writer = new PduWriter();
        for (int i = 0; i < 1_000; i++) {
            writer.add(new Pdu.EnquireLink(i));
        }
        assertThat(writer.size()).isEqualTo(16_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        writer.writeTo(out);
        assertThat(out.size()).isEqualTo(16_000);
        assertThat(writer.size()).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedWithoutATrace() {
        PduWriter writer = new PduWriter();
        writer.add(new Pdu.EnquireLink(1));
        for (Pdu unfit : List.of(
                Texts.delivered(0, 0, new byte[256]),
                Texts.delivered(0, 256, new byte[0]),
                Texts.delivered(-1, 0, new byte[0]),
                Texts.delivered(0, 0, new byte[0], new Tlvs.Tlv(0x1_0000, new byte[0])),
                Texts.delivered(0, 0, new byte[0], new Tlvs.Tlv(1, new byte[0x1_0000])),
                to(FAR_TOO_LONG),
                to(new Address(1, 1, "3363998\u00000001")),
                to(new Address(5, 0, "caf\u20ac")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.add(unfit))
                    .withMessageNotContaining("3363");
        }
        assertThat(writer.size()).isEqualTo(16);
    }

    @Test
    void aPduTellsNoNumberNoTextAndNoPassword() {
        assertThat(new Pdu.Bind(Mode.RECEIVER, 1, "esquive", "secret", "", 0x34, NUMBER).toString())
                .doesNotContain("secret");
        assertThat(new Operation.Outbind("smsc", "secret").toString()).doesNotContain("secret");
        assertThat(Texts.delivered(0, 0, "slt".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .toString())
                .doesNotContain("33639980001")
                .doesNotContain("slt");
    }

    @Test
    void everyStatusHasAName() {
        assertThat(Status.name(0)).isEqualTo("ESME_ROK");
        assertThat(Status.name(Status.ESME_RTHROTTLED)).isEqualTo("ESME_RTHROTTLED");
        assertThat(Status.name(0x432)).isEqualTo("0x00000432");
        assertThat(Status.name(-1)).isEqualTo("0xFFFFFFFF");
    }

    private static Pdu to(Address address) {
        Envelope envelope = Envelope.of(NUMBER, address, 0, 0, 0);
        return new Pdu.Message(Carrier.SUBMIT_SM, 1, envelope, new byte[0], Tlvs.NONE);
    }

    private static Pdu response(Carrier carrier, int status) {
        return new Pdu.MessageResponse(carrier, status, 1, "", Tlvs.NONE);
    }

    private static void assertReadsAs(Pdu pdu) {
        assertThat(Texts.read(Texts.written(pdu)))
                .as(HexFormat.of().formatHex(Texts.written(pdu)))
                .usingRecursiveComparison()
                .isEqualTo(new Read.Whole(pdu));
    }
}
