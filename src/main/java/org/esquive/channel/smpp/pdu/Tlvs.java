package org.esquive.channel.smpp.pdu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The optional parameters of a PDU, in the order of the wire, known or not.
///
/// @param all each with its tag and its bytes
public record Tlvs(List<Tlv> all) {
    /// None.
    public static final Tlvs NONE = new Tlvs(List.of());

    /// The id of the text that a receipt speaks of.
    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    /// Its state.
    public static final int MESSAGE_STATE = 0x0427;
    /// A text too long for short_message.
    public static final int MESSAGE_PAYLOAD = 0x0424;
    /// What the pieces of a long text have in common.
    public static final int SAR_MSG_REF_NUM = 0x020C;
    /// How many pieces it has.
    public static final int SAR_TOTAL_SEGMENTS = 0x020E;
    /// Which of them this is.
    public static final int SAR_SEGMENT_SEQNUM = 0x020F;
    /// A number of the sender's own.
    public static final int USER_MESSAGE_REFERENCE = 0x0204;
    /// Which version the SMSC speaks.
    public static final int SC_INTERFACE_VERSION = 0x0210;
    /// An error of the network behind.
    public static final int NETWORK_ERROR_CODE = 0x0423;

    private static final byte[] NOTHING = {};

    /// One optional parameter.
    ///
    /// @param tag 0 to 65,535
    @SuppressWarnings("ArrayRecordComponent")
    public record Tlv(int tag, byte[] value) {}

    public Tlvs {
        all = List.copyOf(all);
    }

    /// The value of a tag, if it is there; of several the first.
    public Optional<byte[]> value(int tag) {
        for (Tlv tlv : all) {
            if (tlv.tag() == tag) {
                return Optional.of(tlv.value());
            }
        }
        return Optional.empty();
    }

    /// The value of a tag as a number; empty if it is not there or has not 1 to 4 bytes.
    public OptionalInt number(int tag) {
        byte[] bytes = value(tag).orElse(NOTHING);
        if (bytes.length == 0 || bytes.length > Integer.BYTES) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (byte next : bytes) {
            number = number << 8 | (next & 0xFF);
        }
        return OptionalInt.of(number);
    }
}
