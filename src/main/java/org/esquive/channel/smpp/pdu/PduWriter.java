package org.esquive.channel.smpp.pdu;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Collects PDUs as bytes, to be written in one go. For one thread at a time.
public final class PduWriter {
    private static final int USUAL_SIZE = 8 * 1_024;
    /// A buffer that grew beyond this is not kept once it is written.
    private static final int LARGEST_KEPT = 256 * 1_024;

    // The longest of each kind of field, its NUL not counted (SMPP 3.4, 5.2).
    /// The standard has 15 characters of system_id and 8 of password; carriers give out longer ones.
    private static final int CREDENTIAL = 64;
    private static final int SYSTEM_TYPE = 12;
    private static final int ADDRESS = 64;
    private static final int SERVICE_TYPE = 5;
    private static final int TIME = 16;
    private static final int MESSAGE_ID = 64;
    private static final int LIST_NAME = 20;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;

    /// Adds a PDU. Fields that are too long for the wire are an [IllegalArgumentException], and leave what was
    /// collected as it was.
    public void add(Pdu pdu) {
        int start = size;
        boolean whole = false;
        try {
            put(pdu);
            word(start, size - start);
            whole = true;
        } finally {
            if (!whole) {
                size = start;
            }
        }
    }

    /// How many bytes are waiting.
    public int size() {
        return size;
    }

    /// Writes all that was collected, in one write, and forgets it.
    public void writeTo(OutputStream out) throws IOException {
        int length = size;
        size = 0;
        out.write(bytes, 0, length);
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[USUAL_SIZE];
        }
    }

    private void put(Pdu pdu) {
        switch (pdu) {
            case Pdu.Message message -> put(message);
            case Pdu.MessageResponse response -> put(response);
            case Pdu.EnquireLink(int sequence) -> header(Command.ENQUIRE_LINK, 0, sequence);
            case Pdu.EnquireLinkResponse(int status, int sequence) ->
                header(Command.ENQUIRE_LINK | Command.RESPONSE, status, sequence);
            case Pdu.Unbind(int sequence) -> header(Command.UNBIND, 0, sequence);
            case Pdu.UnbindResponse(int status, int sequence) ->
                header(Command.UNBIND | Command.RESPONSE, status, sequence);
            case Pdu.GenericNack(int status, int sequence) -> header(Command.GENERIC_NACK, status, sequence);
            case Pdu.Bind bind -> put(bind);
            case Pdu.BindResponse response -> put(response);
            case Pdu.Rare rare -> put(rare);
        }
    }

    private void put(Pdu.Message message) {
        header(Command.of(message.carrier()), 0, message.sequence());
        Envelope envelope = message.envelope();
        switch (message.carrier()) {
            case SUBMIT_SM, DELIVER_SM -> {
                text(envelope.serviceType(), SERVICE_TYPE);
                address(envelope.source());
                address(envelope.destination());
                afterAddresses(envelope);
                octets(message.text());
            }
            case DATA_SM -> {
                text(envelope.serviceType(), SERVICE_TYPE);
                address(envelope.source());
                address(envelope.destination());
                octet(envelope.esmClass());
                octet(envelope.registeredDelivery());
                octet(envelope.dataCoding());
            }
        }
        tlvs(message.tlvs());
    }

    private void afterAddresses(Envelope envelope) {
        octet(envelope.esmClass());
        octet(envelope.protocolId());
        octet(envelope.priority());
        text(envelope.scheduledFor(), TIME);
        text(envelope.validFor(), TIME);
        octet(envelope.registeredDelivery());
        octet(envelope.replaceIfPresent());
        octet(envelope.dataCoding());
        octet(envelope.defaultMessageId());
    }

    /// A refusal with nothing to say has no body (SMPP 3.4, 4.4.2); that of a deliver_sm always has (4.6.2).
    private void put(Pdu.MessageResponse response) {
        header(Command.of(response.carrier()) | Command.RESPONSE, response.status(), response.sequence());
        boolean bare = response.carrier() != Pdu.Carrier.DELIVER_SM
                && isBare(response.status(), response.messageId(), response.tlvs());
        if (!bare) {
            text(response.messageId(), MESSAGE_ID);
            tlvs(response.tlvs());
        }
    }

    private void put(Pdu.Bind bind) {
        header(Command.of(bind.mode()), 0, bind.sequence());
        text(bind.systemId(), CREDENTIAL);
        text(bind.password(), CREDENTIAL);
        text(bind.systemType(), SYSTEM_TYPE);
        octet(bind.interfaceVersion());
        address(bind.addressRange());
    }

    private void put(Pdu.BindResponse response) {
        header(Command.of(response.mode()) | Command.RESPONSE, response.status(), response.sequence());
        if (!isBare(response.status(), response.systemId(), response.tlvs())) {
            text(response.systemId(), CREDENTIAL);
            tlvs(response.tlvs());
        }
    }

    private static boolean isBare(int status, String id, Tlvs tlvs) {
        return status != Status.ESME_ROK && id.isEmpty() && tlvs.all().isEmpty();
    }

    private void put(Pdu.Rare rare) {
        header(Command.of(rare.operation()), rare.status(), rare.sequence());
        switch (rare.operation()) {
            case Operation.Query(String id, Address source) -> {
                text(id, MESSAGE_ID);
                address(source);
            }
            case Operation.QueryResponse(String id, String finalDate, int state, int error) -> {
                text(id, MESSAGE_ID);
                text(finalDate, TIME);
                octet(state);
                octet(error);
            }
            case Operation.Cancel(String serviceType, String id, Address source, Address destination) -> {
                text(serviceType, SERVICE_TYPE);
                text(id, MESSAGE_ID);
                address(source);
                address(destination);
            }
            case Operation.Replace replace -> replace(replace);
            case Operation.SubmitMulti multi -> submitMulti(multi);
            case Operation.SubmitMultiResponse response -> submitMultiResponse(response);
            case Operation.Outbind(String systemId, String password) -> {
                text(systemId, CREDENTIAL);
                text(password, CREDENTIAL);
            }
            case Operation.Alert(Address source, Address esme, Tlvs tlvs) -> {
                address(source);
                address(esme);
                tlvs(tlvs);
            }
            case Operation.CancelResponse(), Operation.ReplaceResponse() -> {}
        }
    }

    private void replace(Operation.Replace replace) {
        text(replace.messageId(), MESSAGE_ID);
        address(replace.source());
        text(replace.scheduledFor(), TIME);
        text(replace.validFor(), TIME);
        octet(replace.registeredDelivery());
        octet(replace.defaultMessageId());
        octets(replace.text());
        tlvs(replace.tlvs());
    }

    private void submitMulti(Operation.SubmitMulti multi) {
        text(multi.envelope().serviceType(), SERVICE_TYPE);
        address(multi.envelope().source());
        octet(multi.destinations().size());
        for (Operation.Destination destination : multi.destinations()) {
            switch (destination) {
                case Operation.Destination.Single(Address address) -> {
                    octet(Operation.Destination.SINGLE);
                    address(address);
                }
                case Operation.Destination.Named(String list) -> {
                    octet(Operation.Destination.NAMED);
                    text(list, LIST_NAME);
                }
            }
        }
        afterAddresses(multi.envelope());
        octets(multi.text());
        tlvs(multi.tlvs());
    }

    private void submitMultiResponse(Operation.SubmitMultiResponse response) {
        text(response.messageId(), MESSAGE_ID);
        octet(response.failures().size());
        for (Operation.Failure failure : response.failures()) {
            address(failure.address());
            word(failure.status());
        }
        tlvs(response.tlvs());
    }

    private void header(int command, int status, int sequence) {
        word(0);
        word(command);
        word(status);
        word(sequence);
    }

    private void address(Address address) {
        octet(address.ton());
        octet(address.npi());
        text(address.digits(), ADDRESS);
    }

    private void tlvs(Tlvs tlvs) {
        for (Tlvs.Tlv tlv : tlvs.all()) {
            int length = tlv.value().length;
            require(tlv.tag() >>> 16 == 0 && length >>> 16 == 0, "a tag and a length of 16 bits");
            reserve(4 + length);
            pair(tlv.tag());
            pair(length);
            copy(tlv.value());
        }
    }

    private void octets(byte[] value) {
        octet(value.length);
        reserve(value.length);
        copy(value);
    }

    private void copy(byte[] value) {
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void pair(int value) {
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    /// Characters and a NUL.
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) is the one that copies and does not allocate
    private void text(String value, int longest) {
        int length = value.length();
        require(length <= longest, "a shorter field");
        reserve(length + 1);
        value.getBytes(0, length, bytes, size);
        for (int i = 0; i < length; i++) {
            require(value.charAt(i) <= 0xFF && value.charAt(i) != 0, "ISO-8859-1 without NUL");
        }
        size += length;
        bytes[size++] = 0;
    }

    private void octet(int value) {
        require(value >>> 8 == 0, "a number of 8 bits");
        reserve(1);
        bytes[size++] = (byte) value;
    }

    private void word(int value) {
        reserve(4);
        word(size, value);
        size += 4;
    }

    private void word(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /// The message does not repeat the field: it may be somebody's number.
    private static void require(boolean fits, String expected) {
        if (!fits) {
            throw new IllegalArgumentException("a field of the PDU does not fit the wire: expected " + expected);
        }
    }
}
