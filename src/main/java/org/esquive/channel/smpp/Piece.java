package org.esquive.channel.smpp;

import org.esquive.channel.smpp.pdu.Tlvs;

/// What one submit_sm says, as bytes: a whole text or a segment of one.
///
/// @param text the short_message with its user data header; empty if a parameter holds the text
@SuppressWarnings("ArrayRecordComponent")
record Piece(int esmClass, int dataCoding, byte[] text, Tlvs tlvs) {
    /// The bit of esm_class that announces a user data header (SMPP 3.4, 5.2.12).
    static final int WITH_HEADER = 0x40;

    static final int CODING_DEFAULT = 0;
    static final int CODING_UCS_2 = 8;

    @Override
    public String toString() {
        return "Piece[***]";
    }
}
