package org.esquive.channel.smpp.pdu;

import java.util.Arrays;
import java.util.Optional;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.channel.smpp.pdu.TextCoding.Decoded;
import org.esquive.message.Segment;

/// What a [Pdu.Message] brings: words, and which piece of a long text they are.
///
/// @param text the words; empty if the bytes are no words or cannot be understood
/// @param segment from the user data header, else from the `sar_` parameters
/// @param forPeople whether somebody wrote it to be read: not a flash or SIM text, a text to a port of the phone, a
/// silent one, a sign that mail waits, bytes, or a receipt
public record Content(String text, Optional<Segment> segment, boolean forPeople) {
    /// Bits 5 to 2 of esm_class: 0 for an ordinary text (SMPP 3.4, 5.2.12).
    static final int MESSAGE_TYPE = 0x3C;

    private static final int HEADER_INDICATOR = 0x40;
    /// A silent text (3GPP TS 23.040, 9.2.3.9).
    private static final int TYPE_0 = 0x40;
    /// This and those beyond, to 0x7F, are for the phone or the SIM.
    private static final int FIRST_FOR_PHONE = 0x7C;

    private static final int LAST_FOR_PHONE = 0x7F;

    /// Reads a text. Never throws: a header that is said to be there and cannot be one makes it unreadable, and not
    /// for people.
    ///
    /// @param usual what data_coding 0 means on this link
    public static Content of(Pdu.Message message, Alphabet usual) {
        byte[] bytes = bytes(message);
        Optional<UserDataHeader> read = header(message, bytes);
        if (read.isEmpty()) {
            return new Content("", Optional.empty(), false);
        }
        UserDataHeader header = read.get();
        Envelope envelope = message.envelope();
        Decoded decoded = TextCoding.decode(behind(header, bytes), header, envelope.dataCoding(), usual);
        boolean forPeople = !decoded.binary()
                && !header.addressed()
                && (envelope.esmClass() & MESSAGE_TYPE) == 0
                && !isForPhone(envelope.protocolId())
                && DataCoding.of(envelope.dataCoding()).forPeople();
        return new Content(decoded.text(), header.segment().or(() -> sarSegment(message.tlvs())), forPeople);
    }

    /// The bytes of the text, with its header if it has one, wherever they are.
    static byte[] bytes(Pdu.Message message) {
        byte[] text = message.text();
        return text.length > 0
                ? text
                : message.tlvs().value(Tlvs.MESSAGE_PAYLOAD).orElse(text);
    }

    /// The header in front of the text, [UserDataHeader#NONE] without one, empty if it should be there and cannot be.
    static Optional<UserDataHeader> header(Pdu.Message message, byte[] bytes) {
        boolean said = (message.envelope().esmClass() & HEADER_INDICATOR) != 0;
        return said || UserDataHeader.looksLike(bytes) ? UserDataHeader.read(bytes) : Optional.of(UserDataHeader.NONE);
    }

    /// What is behind a header.
    static byte[] behind(UserDataHeader header, byte[] bytes) {
        return header.length() == 0 ? bytes : Arrays.copyOfRange(bytes, header.length(), bytes.length);
    }

    private static Optional<Segment> sarSegment(Tlvs tlvs) {
        int reference = tlvs.number(Tlvs.SAR_MSG_REF_NUM).orElse(-1);
        int total = tlvs.number(Tlvs.SAR_TOTAL_SEGMENTS).orElse(0);
        int number = tlvs.number(Tlvs.SAR_SEGMENT_SEQNUM).orElse(0);
        return reference >>> 16 == 0 && Segment.isPossible(total, number)
                ? Optional.of(new Segment(reference, true, total, number))
                : Optional.empty();
    }

    private static boolean isForPhone(int protocolId) {
        return protocolId == TYPE_0 || (protocolId >= FIRST_FOR_PHONE && protocolId <= LAST_FOR_PHONE);
    }

    /// Without the words.
    @Override
    public String toString() {
        return "Content[text=***, segment=%s, forPeople=%s]".formatted(segment, forPeople);
    }
}
