package org.esquive.lab.smsc;

import java.nio.charset.StandardCharsets;

/// How a deliver_sm looks on the wire.
final class Deliveries {
    static final int RECEIPT = 0x04;

    private Deliveries() {}

    /// A text or a segment of one; numbers are international, without `+`.
    static Bytes encode(int sequence, String from, String to, Offered.Piece piece) {
        Bytes pdu = new Bytes();
        int start = begin(pdu, sequence, from, to, piece.esmClass(), piece.dataCoding());
        byte[] text = piece.bytes();
        var _ = pdu.octet(text.length).raw(text);
        pdu.end(start);
        return pdu;
    }

    /// A receipt, with its parameters if an id is given for them.
    static Bytes receipt(int sequence, Submission reply, String text, String tlvId) {
        Bytes pdu = new Bytes();
        int start = begin(pdu, sequence, reply.destination(), reply.source(), RECEIPT, 0);
        byte[] words = text.getBytes(StandardCharsets.ISO_8859_1);
        var _ = pdu.octet(words.length).raw(words);
        if (!tlvId.isEmpty()) {
            tlv(pdu, Wire.RECEIPTED_MESSAGE_ID, (tlvId + "\0").getBytes(StandardCharsets.ISO_8859_1));
            tlv(pdu, Wire.MESSAGE_STATE, new byte[] {2});
        }
        pdu.end(start);
        return pdu;
    }

    private static int begin(Bytes pdu, int sequence, String from, String to, int esmClass, int dataCoding) {
        int start = pdu.begin(Wire.DELIVER_SM, Wire.OK, sequence);
        var _ = pdu.octet(0).octet(1).octet(1).text(from).octet(1).octet(1).text(to);
        var _ = pdu.octet(esmClass)
                .octet(0)
                .octet(0)
                .octet(0)
                .octet(0)
                .octet(0)
                .octet(0)
                .octet(dataCoding)
                .octet(0);
        return start;
    }

    private static void tlv(Bytes pdu, int tag, byte[] value) {
        var _ = pdu.octet(tag >> 8)
                .octet(tag)
                .octet(value.length >> 8)
                .octet(value.length)
                .raw(value);
    }
}
