package org.esquive.lab.smsc;

import java.nio.charset.StandardCharsets;

/// A text that the network has for a line, until it is acknowledged; or a segment of one.
///
/// @param id unique in the run, and the first word of the text
/// @param line its number, with `+`
/// @param sender their number, with `+`
/// @param text what it says, as the history is told
/// @param piece how it is delivered
public record Offered(String id, String line, String sender, String text, Piece piece) {

    /// How a text looks on the wire.
    ///
    /// @param segment which one it is, from 1
    /// @param segments of how many
    /// @param esmClass 0x40 if the bytes begin with a header
    /// @param dataCoding 8 for UCS-2
    /// @param bytes header and words
    @SuppressWarnings("ArrayRecordComponent")
    public record Piece(int segment, int segments, int esmClass, int dataCoding, byte[] bytes) {}

    /// A short text in the letters that ASCII and GSM 03.38 have in common.
    public Offered(String id, String line, String sender, String text) {
        this(id, line, sender, text, new Piece(1, 1, 0, 0, text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// The fields of the history that say which delivery it is.
    String leg(int tried) {
        return leg(line, sender, id, tried) + ",\"seg\":" + piece.segment + ",\"segs\":" + piece.segments;
    }

    private static String leg(String line, String sender, String id, int tried) {
        return "\"line\":\"" + line + "\",\"sender\":\"" + sender + "\",\"id\":" + History.quoted(id) + ",\"try\":"
                + tried;
    }
}
