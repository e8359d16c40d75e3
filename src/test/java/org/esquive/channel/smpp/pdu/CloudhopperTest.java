package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.BaseSm;
import com.cloudhopper.smpp.pdu.BaseSmResp;
import com.cloudhopper.smpp.pdu.BindReceiver;
import com.cloudhopper.smpp.pdu.BindReceiverResp;
import com.cloudhopper.smpp.pdu.BindTransceiver;
import com.cloudhopper.smpp.pdu.BindTransceiverResp;
import com.cloudhopper.smpp.pdu.BindTransmitter;
import com.cloudhopper.smpp.pdu.BindTransmitterResp;
import com.cloudhopper.smpp.pdu.DataSm;
import com.cloudhopper.smpp.pdu.DataSmResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.DeliverSmResp;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoder;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoderContext;
import java.util.Arrays;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.buffer.ChannelBuffers;
import org.junit.jupiter.api.Test;

/// Another implementation of SMPP reads the same fields from the same bytes, and writes them so.
class CloudhopperTest {
    private static final int PDUS = 300;

    private final DefaultPduTranscoder theirs = new DefaultPduTranscoder(new DefaultPduTranscoderContext());

    @Test
    void theyWriteThePduThatWeWrite() throws Exception {
        AnyPdu any = new AnyPdu(11);
        for (int i = 0; i < PDUS; i++) {
            Pdu pdu = any.next();
            byte[] written = bytes(theirs.encode(translated(pdu)));
            assertThat(written).as("%s", pdu).isEqualTo(Texts.written(pdu));
            assertThat(Texts.read(written))
                    .usingRecursiveComparison()
                    .withEqualsForType(Arrays::equals, byte[].class)
                    .isEqualTo(new Read.Whole(pdu));
        }
    }

    @Test
    void theyReadWhatWeWrite() throws Exception {
        AnyPdu any = new AnyPdu(12);
        for (int i = 0; i < PDUS; i++) {
            Pdu pdu = any.next();
            com.cloudhopper.smpp.pdu.Pdu read = theirs.decode(ChannelBuffers.wrappedBuffer(Texts.written(pdu)));
            assertThat(read)
                    .usingRecursiveComparison()
                    .withEqualsForType(Arrays::equals, byte[].class)
                    .ignoringFields("commandLength", "resultMessage")
                    .isEqualTo(translated(pdu));
        }
    }

    private static com.cloudhopper.smpp.pdu.Pdu translated(Pdu pdu) throws Exception {
        com.cloudhopper.smpp.pdu.Pdu translated = switch (pdu) {
            case Pdu.Bind bind -> bind(bind);
            case Pdu.BindResponse response -> bindResponse(response);
            case Pdu.Unbind _ -> new com.cloudhopper.smpp.pdu.Unbind();
            case Pdu.UnbindResponse(int status, var _) -> with(status, new com.cloudhopper.smpp.pdu.UnbindResp());
            case Pdu.EnquireLink _ -> new com.cloudhopper.smpp.pdu.EnquireLink();
            case Pdu.EnquireLinkResponse(int status, var _) ->
                with(status, new com.cloudhopper.smpp.pdu.EnquireLinkResp());
            case Pdu.GenericNack(int status, var _) -> with(status, new com.cloudhopper.smpp.pdu.GenericNack());
            case Pdu.Message message -> message(message);
            case Pdu.MessageResponse response -> response(response);
            case Pdu.Rare _ -> throw new IllegalArgumentException("no session exchanges it");
        };
        translated.setSequenceNumber(pdu.sequence());
        return translated;
    }

    private static com.cloudhopper.smpp.pdu.Pdu bind(Pdu.Bind bind) {
        BaseBind<?> translated = switch (bind.mode()) {
            case TRANSMITTER -> new BindTransmitter();
            case RECEIVER -> new BindReceiver();
            case TRANSCEIVER -> new BindTransceiver();
        };
        translated.setSystemId(bind.systemId());
        translated.setPassword(bind.password());
        translated.setSystemType(bind.systemType());
        translated.setInterfaceVersion((byte) bind.interfaceVersion());
        translated.setAddressRange(address(bind.addressRange()));
        return translated;
    }

    private static com.cloudhopper.smpp.pdu.Pdu bindResponse(Pdu.BindResponse response) {
        BaseBindResp translated = switch (response.mode()) {
            case TRANSMITTER -> new BindTransmitterResp();
            case RECEIVER -> new BindReceiverResp();
            case TRANSCEIVER -> new BindTransceiverResp();
        };
        translated.setSystemId(response.systemId());
        return with(response.status(), with(response.tlvs(), translated));
    }

    private static com.cloudhopper.smpp.pdu.Pdu message(Pdu.Message message) throws Exception {
        BaseSm<?> translated = switch (message.carrier()) {
            case SUBMIT_SM -> new SubmitSm();
            case DELIVER_SM -> new DeliverSm();
            case DATA_SM -> new DataSm();
        };
        Envelope envelope = message.envelope();
        translated.setServiceType(envelope.serviceType());
        translated.setSourceAddress(address(envelope.source()));
        translated.setDestAddress(address(envelope.destination()));
        translated.setEsmClass((byte) envelope.esmClass());
        translated.setProtocolId((byte) envelope.protocolId());
        translated.setPriority((byte) envelope.priority());
        translated.setRegisteredDelivery((byte) envelope.registeredDelivery());
        translated.setReplaceIfPresent((byte) envelope.replaceIfPresent());
        translated.setDataCoding((byte) envelope.dataCoding());
        translated.setDefaultMsgId((byte) envelope.defaultMessageId());
        if (message.carrier() != Pdu.Carrier.DATA_SM) {
            translated.setScheduleDeliveryTime(envelope.scheduledFor());
            translated.setValidityPeriod(envelope.validFor());
            translated.setShortMessage(message.text());
        }
        return with(message.tlvs(), translated);
    }

    private static com.cloudhopper.smpp.pdu.Pdu response(Pdu.MessageResponse response) {
        BaseSmResp translated = switch (response.carrier()) {
            case SUBMIT_SM -> new SubmitSmResp();
            case DELIVER_SM -> new DeliverSmResp();
            case DATA_SM -> new DataSmResp();
        };
        translated.setMessageId(response.messageId());
        return with(response.status(), with(response.tlvs(), translated));
    }

    private static com.cloudhopper.smpp.pdu.Pdu with(int status, com.cloudhopper.smpp.pdu.Pdu translated) {
        translated.setCommandStatus(status);
        return translated;
    }

    private static com.cloudhopper.smpp.pdu.Pdu with(Tlvs tlvs, com.cloudhopper.smpp.pdu.Pdu translated) {
        for (Tlvs.Tlv tlv : tlvs.all()) {
            translated.addOptionalParameter(new com.cloudhopper.smpp.tlv.Tlv((short) tlv.tag(), tlv.value()));
        }
        return translated;
    }

    private static com.cloudhopper.smpp.type.Address address(Address address) {
        return new com.cloudhopper.smpp.type.Address((byte) address.ton(), (byte) address.npi(), address.digits());
    }

    private static byte[] bytes(ChannelBuffer buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }
}
