package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;

/// A third implementation of SMPP reads the same fields from the same bytes, and writes them so.
class JsmppTest {
    private static final int PDUS = 300;

    private final DefaultComposer composer = new DefaultComposer();
    private final DefaultDecomposer decomposer = new DefaultDecomposer();

    @Test
    void theyWriteTheTextsThatWeWrite() throws PDUStringException {
        AnyPdu any = new AnyPdu(21);
        for (int i = 0; i < PDUS; i++) {
            Pdu.Message message = any.message();
            byte[] written = composed(message);
            assertThat(written).as("%s", message).isEqualTo(Texts.written(message));
            assertThat(Texts.read(written))
                    .usingRecursiveComparison()
                    .withEqualsForType(Arrays::equals, byte[].class)
                    .isEqualTo(new Read.Whole(message));
        }
    }

    @Test
    void theyReadTheTextsThatWeWrite() throws PDUStringException {
        AnyPdu any = new AnyPdu(22);
        for (int i = 0; i < PDUS; i++) {
            Pdu.Message message = any.message();
            byte[] bytes = Texts.written(message);
            AbstractSmCommand read = switch (message.carrier()) {
                case SUBMIT_SM -> decomposer.submitSm(bytes);
                case DELIVER_SM -> decomposer.deliverSm(bytes);
                case DATA_SM -> decomposer.dataSm(bytes);
            };
            assertThat(translated(message.carrier(), read))
                    .usingRecursiveComparison()
                    .withEqualsForType(Arrays::equals, byte[].class)
                    .isEqualTo(message);
        }
    }

    @Test
    void bindsAreTheSameForBoth() throws PDUStringException {
        AnyPdu any = new AnyPdu(23);
        for (int i = 0; i < PDUS; i++) {
            Pdu.Bind bind = any.bind();
            Address range = bind.addressRange();
            byte[] written = composer.bind(
                    Command.of(bind.mode()),
                    bind.sequence(),
                    bind.systemId(),
                    bind.password(),
                    bind.systemType(),
                    (byte) bind.interfaceVersion(),
                    (byte) range.ton(),
                    (byte) range.npi(),
                    range.digits());
            assertThat(written).isEqualTo(Texts.written(bind));
            org.jsmpp.bean.Bind read = decomposer.bind(Texts.written(bind));
            assertThat(new Pdu.Bind(
                            bind.mode(),
                            read.getSequenceNumber(),
                            empty(read.getSystemId()),
                            empty(read.getPassword()),
                            empty(read.getSystemType()),
                            octet(read.getInterfaceVersion()),
                            address(read.getAddrTon(), read.getAddrNpi(), read.getAddressRange())))
                    .isEqualTo(bind);
        }
    }

    private byte[] composed(Pdu.Message message) throws PDUStringException {
        Envelope as = message.envelope();
        Address from = as.source();
        Address to = as.destination();
        OptionalParameter[] tlvs = message.tlvs().all().stream()
                .map(tlv -> new OptionalParameter.OctetString((short) tlv.tag(), tlv.value()))
                .toArray(OptionalParameter[]::new);
        return switch (message.carrier()) {
            case SUBMIT_SM ->
                composer.submitSm(
                        message.sequence(),
                        as.serviceType(),
                        (byte) from.ton(),
                        (byte) from.npi(),
                        from.digits(),
                        (byte) to.ton(),
                        (byte) to.npi(),
                        to.digits(),
                        (byte) as.esmClass(),
                        (byte) as.protocolId(),
                        (byte) as.priority(),
                        as.scheduledFor(),
                        as.validFor(),
                        (byte) as.registeredDelivery(),
                        (byte) as.replaceIfPresent(),
                        (byte) as.dataCoding(),
                        (byte) as.defaultMessageId(),
                        message.text(),
                        tlvs);
            case DELIVER_SM ->
                composer.deliverSm(
                        message.sequence(),
                        as.serviceType(),
                        (byte) from.ton(),
                        (byte) from.npi(),
                        from.digits(),
                        (byte) to.ton(),
                        (byte) to.npi(),
                        to.digits(),
                        (byte) as.esmClass(),
                        (byte) as.protocolId(),
                        (byte) as.priority(),
                        (byte) as.registeredDelivery(),
                        (byte) as.dataCoding(),
                        message.text(),
                        tlvs);
            case DATA_SM ->
                composer.dataSm(
                        message.sequence(),
                        as.serviceType(),
                        (byte) from.ton(),
                        (byte) from.npi(),
                        from.digits(),
                        (byte) to.ton(),
                        (byte) to.npi(),
                        to.digits(),
                        (byte) as.esmClass(),
                        (byte) as.registeredDelivery(),
                        (byte) as.dataCoding(),
                        tlvs);
        };
    }

    private static Pdu.Message translated(Pdu.Carrier carrier, AbstractSmCommand read) {
        Address source = address(read.getSourceAddrTon(), read.getSourceAddrNpi(), read.getSourceAddr());
        Address destination = address(read.getDestAddrTon(), read.getDestAddrNpi(), read.getDestAddress());
        MessageRequest request = read instanceof MessageRequest whole ? whole : new org.jsmpp.bean.SubmitSm();
        Envelope envelope = new Envelope(
                empty(read.getServiceType()),
                source,
                destination,
                octet(read.getEsmClass()),
                octet(request.getProtocolId()),
                octet(request.getPriorityFlag()),
                empty(request.getScheduleDeliveryTime()),
                empty(request.getValidityPeriod()),
                octet(read.getRegisteredDelivery()),
                octet(request.getReplaceIfPresent()),
                octet(read.getDataCoding()),
                octet(request.getSmDefaultMsgId()));
        byte[] text = request.getShortMessage() == null ? new byte[0] : request.getShortMessage();
        return new Pdu.Message(carrier, read.getSequenceNumber(), envelope, text, tlvs(read.getOptionalParameters()));
    }

    private static Tlvs tlvs(OptionalParameter[] parameters) {
        List<Tlvs.Tlv> all = new ArrayList<>();
        for (OptionalParameter parameter : parameters) {
            byte[] bytes = parameter.serialize();
            all.add(new Tlvs.Tlv(parameter.tag & 0xFFFF, Arrays.copyOfRange(bytes, 4, bytes.length)));
        }
        return new Tlvs(all);
    }

    private static Address address(byte ton, byte npi, String digits) {
        return new Address(octet(ton), octet(npi), empty(digits));
    }

    /// They read nothing as null.
    private static String empty(String value) {
        return value == null ? "" : value;
    }

    private static int octet(byte value) {
        return value & 0xFF;
    }
}
