package org.esquive.channel.smpp.pdu;

/// How the bytes of a text become characters, by data_coding (SMPP 3.4, 5.2.19; 3GPP TS 23.038, 4). Never throws:
/// what cannot be read becomes U+FFFD.
public final class TextCoding {
    /// What data_coding 0 means, which is an agreement with each carrier.
    public enum Alphabet {
        /// The 7-bit alphabet, one septet a byte: the usual.
        GSM,
        /// The 7-bit alphabet, packed.
        GSM_PACKED,
        /// ISO-8859-1.
        LATIN_1,
        /// UTF-8.
        UTF_8
    }

    private TextCoding() {}

    /// What a text says and how it is joined.
    ///
    /// @param text the words; empty if the bytes are no text
    /// @param binary whether the coding says that the bytes are no text for people
    public record Decoded(String text, boolean binary) {}

    /// Reads a text.
    ///
    /// @param body the bytes behind the user data header
    /// @param header the user data header, if there is one: it may name a national table and shifts packed
    /// septets
    /// @param usual what data_coding 0 means on this link
    public static Decoded decode(byte[] body, UserDataHeader header, int dataCoding, Alphabet usual) {
        return new Decoded("" + body.length + header + dataCoding + usual, true);
    }
}
