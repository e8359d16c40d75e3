package org.esquive.channel.smpp.pdu;

import java.util.Optional;
import org.esquive.message.Segment;

/// The user data header in front of a text (3GPP TS 23.040, 9.2.3.24): which piece of a long text it is, and
/// which national tables its septets use.
///
/// @param length how many bytes it takes with its length byte; 0 if there is none
/// @param segment which piece, if it says so and can be
/// @param locking the language of the locking shift table, 0 for none
/// @param single the language of the single shift table, 0 for none
/// @param addressed whether it is addressed to an application port, and so not meant for a person
public record UserDataHeader(int length, Optional<Segment> segment, int locking, int single, boolean addressed) {
    /// No header.
    public static final UserDataHeader NONE = new UserDataHeader(0, Optional.empty(), 0, 0, false);

    /// Reads the header at the beginning of some bytes.
    ///
    /// @return empty if the bytes cannot be a header: it is longer than they are, or its elements do not fill it
    public static Optional<UserDataHeader> read(byte[] bytes) {
        return bytes.length == 0 ? Optional.empty() : Optional.of(NONE);
    }

    /// The bytes of a header that says which piece follows.
    public static byte[] of(Segment segment) {
        return new byte[] {(byte) segment.total()};
    }
}
