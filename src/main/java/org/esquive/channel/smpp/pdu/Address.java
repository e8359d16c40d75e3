package org.esquive.channel.smpp.pdu;

/// An address with its type and plan, as it travels (SMPP 3.4, 5.2.5 to 5.2.8).
///
/// @param ton type of number, 0 to 255: 1 international, 2 national, 5 letters
/// @param npi numbering plan, 0 to 255: 1 is E.164
/// @param digits what names somebody; ISO-8859-1
public record Address(int ton, int npi, String digits) {
    /// Nobody: what a peer leaves empty.
    public static final Address NONE = new Address(0, 0, "");

    /// The kind only: the digits are somebody's.
    @Override
    public String toString() {
        return "Address[ton=%d, npi=%d, ***]".formatted(ton, npi);
    }
}
