package org.esquive.channel.smpp.pdu;

import java.util.ArrayList;
import java.util.List;
import org.esquive.channel.smpp.pdu.Pdu.Carrier;
import org.esquive.channel.smpp.pdu.Pdu.Mode;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.jspecify.annotations.Nullable;

/// Understands the bytes of one PDU. For one thread.
final class PduParser {
    /// Every PDU begins with its length, command, status and sequence number.
    static final int HEADER = 16;

    private final Fields fields = new Fields();

    /// Reads a PDU.
    ///
    /// @param from where it begins
    /// @param to where it ends, at least a header further
    Read parse(byte[] bytes, int from, int to) {
        int command = Fields.word(bytes, from + 4);
        int status = Fields.word(bytes, from + 8);
        int sequence = Fields.word(bytes, from + 12);
        fields.over(bytes, from + HEADER, to);
        Pdu pdu = command < 0 ? response(command, status, sequence) : request(command, status, sequence);
        if (pdu == null) {
            return new Read.UnknownCommand(command, sequence);
        }
        return fields.isBroken() ? new Read.Malformed(command, sequence) : new Read.Whole(pdu);
    }

    private @Nullable Pdu request(int command, int status, int sequence) {
        return switch (command) {
            case Command.DELIVER_SM -> message(Carrier.DELIVER_SM, sequence);
            case Command.SUBMIT_SM -> message(Carrier.SUBMIT_SM, sequence);
            case Command.DATA_SM -> dataMessage(sequence);
            case Command.ENQUIRE_LINK -> new Pdu.EnquireLink(sequence);
            case Command.UNBIND -> new Pdu.Unbind(sequence);
            case Command.BIND_TRANSMITTER -> bind(Mode.TRANSMITTER, sequence);
            case Command.BIND_RECEIVER -> bind(Mode.RECEIVER, sequence);
            case Command.BIND_TRANSCEIVER -> bind(Mode.TRANSCEIVER, sequence);
            default -> rare(operation(command), status, sequence);
        };
    }

    private @Nullable Pdu response(int command, int status, int sequence) {
        return switch (command ^ Command.RESPONSE) {
            case Command.SUBMIT_SM -> messageResponse(Carrier.SUBMIT_SM, status, sequence);
            case Command.DELIVER_SM -> messageResponse(Carrier.DELIVER_SM, status, sequence);
            case Command.DATA_SM -> messageResponse(Carrier.DATA_SM, status, sequence);
            case Command.ENQUIRE_LINK -> new Pdu.EnquireLinkResponse(status, sequence);
            case Command.UNBIND -> new Pdu.UnbindResponse(status, sequence);
            case Command.GENERIC_NACK ^ Command.RESPONSE -> new Pdu.GenericNack(status, sequence);
            case Command.BIND_TRANSMITTER -> bindResponse(Mode.TRANSMITTER, status, sequence);
            case Command.BIND_RECEIVER -> bindResponse(Mode.RECEIVER, status, sequence);
            case Command.BIND_TRANSCEIVER -> bindResponse(Mode.TRANSCEIVER, status, sequence);
            default -> rare(answer(command), status, sequence);
        };
    }

    private static @Nullable Pdu rare(@Nullable Operation operation, int status, int sequence) {
        return operation == null ? null : new Pdu.Rare(status, sequence, operation);
    }

    private Pdu message(Carrier carrier, int sequence) {
        Envelope envelope = envelope(fields.text(), fields.address(), fields.address());
        byte[] text = fields.octets(fields.octet());
        return new Pdu.Message(carrier, sequence, envelope, text, fields.tlvs());
    }

    private Envelope envelope(String serviceType, Address source, Address destination) {
        return new Envelope(
                serviceType,
                source,
                destination,
                fields.octet(),
                fields.octet(),
                fields.octet(),
                fields.text(),
                fields.text(),
                fields.octet(),
                fields.octet(),
                fields.octet(),
                fields.octet());
    }

    private Pdu dataMessage(int sequence) {
        String serviceType = fields.text();
        Address source = fields.address();
        Address destination = fields.address();
        int esmClass = fields.octet();
        int registeredDelivery = fields.octet();
        Envelope envelope = new Envelope(
                serviceType, source, destination, esmClass, 0, 0, "", "", registeredDelivery, 0, fields.octet(), 0);
        return new Pdu.Message(Carrier.DATA_SM, sequence, envelope, fields.octets(0), fields.tlvs());
    }

    private Pdu messageResponse(Carrier carrier, int status, int sequence) {
        return new Pdu.MessageResponse(carrier, status, sequence, fields.textIfAny(), fields.tlvs());
    }

    private Pdu bind(Mode mode, int sequence) {
        return new Pdu.Bind(
                mode, sequence, fields.text(), fields.text(), fields.text(), fields.octet(), fields.address());
    }

    private Pdu bindResponse(Mode mode, int status, int sequence) {
        return new Pdu.BindResponse(mode, status, sequence, fields.textIfAny(), fields.tlvs());
    }

    private @Nullable Operation operation(int command) {
        return switch (command) {
            case Command.QUERY_SM -> new Operation.Query(fields.text(), fields.address());
            case Command.CANCEL_SM ->
                new Operation.Cancel(fields.text(), fields.text(), fields.address(), fields.address());
            case Command.REPLACE_SM -> replace();
            case Command.SUBMIT_MULTI -> submitMulti();
            case Command.OUTBIND -> new Operation.Outbind(fields.text(), fields.text());
            case Command.ALERT_NOTIFICATION -> new Operation.Alert(fields.address(), fields.address(), fields.tlvs());
            default -> null;
        };
    }

    private @Nullable Operation answer(int command) {
        return switch (command ^ Command.RESPONSE) {
            case Command.QUERY_SM -> queryResponse();
            case Command.CANCEL_SM -> new Operation.CancelResponse();
            case Command.REPLACE_SM -> new Operation.ReplaceResponse();
            case Command.SUBMIT_MULTI -> submitMultiResponse();
            default -> null;
        };
    }

    private Operation replace() {
        return new Operation.Replace(
                fields.text(),
                fields.address(),
                fields.text(),
                fields.text(),
                fields.octet(),
                fields.octet(),
                fields.octets(fields.octet()),
                fields.tlvs());
    }

    private Operation submitMulti() {
        String serviceType = fields.text();
        Address source = fields.address();
        List<Operation.Destination> destinations = new ArrayList<>();
        for (int left = fields.octet(); left > 0 && !fields.isBroken(); left--) {
            destinations.add(destination());
        }
        Envelope envelope = envelope(serviceType, source, Address.NONE);
        return new Operation.SubmitMulti(envelope, destinations, fields.octets(fields.octet()), fields.tlvs());
    }

    private Operation.Destination destination() {
        int kind = fields.octet();
        if (kind == Operation.Destination.SINGLE) {
            return new Operation.Destination.Single(fields.address());
        }
        if (kind != Operation.Destination.NAMED) {
            fields.breakOff();
        }
        return new Operation.Destination.Named(fields.text());
    }

    private Operation submitMultiResponse() {
        String messageId = fields.textIfAny();
        List<Operation.Failure> failures = new ArrayList<>();
        int left = fields.isEmpty() ? 0 : fields.octet();
        for (; left > 0 && !fields.isBroken(); left--) {
            failures.add(new Operation.Failure(fields.address(), fields.word()));
        }
        return new Operation.SubmitMultiResponse(messageId, failures, fields.tlvs());
    }

    private Operation queryResponse() {
        if (fields.isEmpty()) {
            return new Operation.QueryResponse("", "", 0, 0);
        }
        return new Operation.QueryResponse(fields.text(), fields.text(), fields.octet(), fields.octet());
    }
}
