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
/// @param addressed whether it is addressed to an application port or to the SIM, and so not meant for a person
public record UserDataHeader(int length, Optional<Segment> segment, int locking, int single, boolean addressed) {
    /// No header.
    public static final UserDataHeader NONE = new UserDataHeader(0, Optional.empty(), 0, 0, false);

    // The elements that are looked at (TS 23.040, 9.2.3.24).
    private static final int CONCATENATED = 0x00;
    private static final int CONCATENATED_WIDE = 0x08;
    private static final int PORT = 0x04;
    private static final int PORT_WIDE = 0x05;
    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;
    private static final int FIRST_FOR_SIM = 0x70;
    private static final int LAST_FOR_SIM = 0x7F;

    /// The length byte and the whole of an 8-bit reference; see [#of(Segment)].
    private static final int LENGTH = 6;

    /// Reads the header at the beginning of some bytes. Of an element that comes twice the last one counts, as the
    /// standard wants it; elements that are unknown, of another length than theirs or that contradict themselves
    /// are left out.
    ///
    /// @return empty if the bytes cannot be a header: it is longer than they are, or its elements do not fill it
    public static Optional<UserDataHeader> read(byte[] bytes) {
        int length = bytes.length == 0 ? 1 : 1 + (bytes[0] & 0xFF);
        if (length > bytes.length) {
            return Optional.empty();
        }
        UserDataHeader header = new UserDataHeader(length, Optional.empty(), 0, 0, false);
        int at = 1;
        while (at < length) {
            int next = at + 1 < length ? at + 2 + (bytes[at + 1] & 0xFF) : length + 1;
            if (next > length) {
                return Optional.empty();
            }
            header = header.with(bytes, at, next);
            at = next;
        }
        return Optional.of(header);
    }

    /// Whether bytes without the mark of a header look so much like one that says which piece follows that they
    /// are one: some networks forget the mark. Such a header has one element only.
    public static boolean looksLike(byte[] bytes) {
        boolean narrow = startsWith(bytes, LENGTH - 1, CONCATENATED, 3);
        boolean wide = startsWith(bytes, LENGTH, CONCATENATED_WIDE, 4);
        return (narrow || wide) && read(bytes).flatMap(UserDataHeader::segment).isPresent();
    }

    /// The bytes of a header that says which piece follows.
    public static byte[] of(Segment segment) {
        byte total = (byte) segment.total();
        byte number = (byte) segment.number();
        byte low = (byte) segment.reference();
        return segment.wide()
                ? new byte[] {LENGTH, CONCATENATED_WIDE, 4, (byte) (segment.reference() >> 8), low, total, number}
                : new byte[] {LENGTH - 1, CONCATENATED, 3, low, total, number};
    }

    /// How many bits align packed septets behind this header, 0 to 6.
    int fillBits() {
        return fillBits(length);
    }

    /// How many bits align packed septets behind a header of so many bytes.
    static int fillBits(int length) {
        return (7 - 8 * length % 7) % 7;
    }

    private static boolean startsWith(byte[] bytes, int first, int second, int third) {
        return bytes.length > first && bytes[0] == first && bytes[1] == second && bytes[2] == third;
    }

    /// With one more element, whose value begins two bytes after it and ends before `end`.
    private UserDataHeader with(byte[] bytes, int at, int end) {
        int first = at + 2;
        int element = bytes[at] & 0xFF;
        return switch (element << 8 | end - first) {
            case CONCATENATED << 8 | 3 -> withSegment(bytes[first] & 0xFF, false, bytes[first + 1], bytes[first + 2]);
            case CONCATENATED_WIDE << 8 | 4 -> withWideSegment(bytes, first);
            case SINGLE_SHIFT << 8 | 1 -> new UserDataHeader(length, segment, locking, bytes[first] & 0xFF, addressed);
            case LOCKING_SHIFT << 8 | 1 -> new UserDataHeader(length, segment, bytes[first] & 0xFF, single, addressed);
            default -> new UserDataHeader(length, segment, locking, single, addressed || isAddress(element));
        };
    }

    private static boolean isAddress(int element) {
        return element == PORT || element == PORT_WIDE || (element >= FIRST_FOR_SIM && element <= LAST_FOR_SIM);
    }

    /// Some write the element of 16 bits as that of 8 bits and a zero: the reference, the total, the number, 0.
    /// Nothing else makes a number of 0.
    private UserDataHeader withWideSegment(byte[] bytes, int first) {
        int reference = (bytes[first] & 0xFF) << 8 | (bytes[first + 1] & 0xFF);
        return bytes[first + 3] == 0
                ? withSegment(reference, true, bytes[first + 1], bytes[first + 2])
                : withSegment(reference, true, bytes[first + 2], bytes[first + 3]);
    }

    private UserDataHeader withSegment(int reference, boolean wide, byte total, byte number) {
        if (!Segment.isPossible(total & 0xFF, number & 0xFF)) {
            return this;
        }
        Segment piece = new Segment(reference, wide, total & 0xFF, number & 0xFF);
        return new UserDataHeader(length, Optional.of(piece), locking, single, addressed);
    }
}
