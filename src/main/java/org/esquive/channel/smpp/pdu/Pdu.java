package org.esquive.channel.smpp.pdu;

/// One protocol data unit: a request, or the response that carries the same sequence number.
public sealed interface Pdu {

    /// What pairs a response with its request. Ours are 1 to 0x7FFFFFFF; any 32 bits are taken.
    int sequence();

    /// Which bind, and which way texts flow.
    enum Mode {
        TRANSMITTER,
        RECEIVER,
        TRANSCEIVER
    }

    /// What carries a text or a receipt.
    enum Carrier {
        /// From us to the network.
        SUBMIT_SM,
        /// From the network to us.
        DELIVER_SM,
        /// Either way.
        DATA_SM
    }

    /// Asks to open a session.
    record Bind(
            Mode mode,
            int sequence,
            String systemId,
            String password,
            String systemType,
            int interfaceVersion,
            Address addressRange)
            implements Pdu {
        /// Without the password.
        @Override
        public String toString() {
            return "Bind[mode=%s, sequence=%d, systemId=%s, ***]".formatted(mode, sequence, systemId);
        }
    }

    /// Answers a bind.
    record BindResponse(Mode mode, int status, int sequence, String systemId, Tlvs tlvs) implements Pdu {}

    /// Ends a session politely.
    record Unbind(int sequence) implements Pdu {}

    /// Answers an unbind.
    record UnbindResponse(int status, int sequence) implements Pdu {}

    /// Asks whether the other side is there.
    record EnquireLink(int sequence) implements Pdu {}

    /// Says so.
    record EnquireLinkResponse(int status, int sequence) implements Pdu {}

    /// Answers what could not be understood.
    record GenericNack(int status, int sequence) implements Pdu {}

    /// A text or a receipt on its way.
    ///
    /// @param envelope everything but the text; of a data_sm only what it has, the rest as [Envelope] says
    /// @param text the short_message; empty in a data_sm, or if a message_payload holds it
    @SuppressWarnings("ArrayRecordComponent")
    record Message(Carrier carrier, int sequence, Envelope envelope, byte[] text, Tlvs tlvs) implements Pdu {}

    /// Answers a [Message].
    ///
    /// @param messageId the id that receipts will carry; empty in a deliver_sm_resp
    record MessageResponse(Carrier carrier, int status, int sequence, String messageId, Tlvs tlvs) implements Pdu {}

    /// What no session of ours asks for or does, so that it can be refused by name.
    record Rare(int status, int sequence, Operation operation) implements Pdu {}
}
