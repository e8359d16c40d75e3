package org.esquive.message;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The 7-bit alphabet of texts, GSM 03.38, today 3GPP TS 23.038: a table of 128 characters, and a second one
/// behind an escape. It turns text into septets and back, one septet a byte as SMPP carries them, and packs eight
/// of them into seven bytes as a phone does.
///
/// [#DEFAULT] is what we send. A phone may name a national language in the header of its text, which replaces the
/// first table (locking shift), the second (single shift), or both: [#of(Language, Language)] reads those.
public final class Gsm7 {

    /// A national language identifier of TS 23.038, section 6.2.1.2.4. One that is not here is read as
    /// [#DEFAULT].
    public enum Language {
        DEFAULT(0),
        TURKISH(1),
        /// Single shift only.
        SPANISH(2),
        PORTUGUESE(3),
        BENGALI(4),
        GUJARATI(5),
        HINDI(6),
        KANNADA(7),
        MALAYALAM(8),
        ORIYA(9),
        PUNJABI(10),
        TAMIL(11),
        TELUGU(12),
        URDU(13);

        private final int id;

        Language(int id) {
            this.id = id;
        }

        /// The identifier, as in the shift elements 0x24 and 0x25 of a user data header.
        public int id() {
            return id;
        }

        /// The language of an identifier, if it is known.
        public static Optional<Language> of(int id) {
            return Arrays.stream(values()).filter(language -> language.id == id).findFirst();
        }
    }

    /// What septets say.
    ///
    /// @param text the characters; what has none reads as U+FFFD, an unknown character behind an escape as the
    /// one without, as the standard wants it
    /// @param invalidHex the bytes that are no character, with the escape before them, in hexadecimal; empty for
    /// a clean text
    public record Decoded(String text, String invalidHex) {
        /// Without the words.
        @Override
        public String toString() {
            return "Decoded[text=***, invalidHex=%s]".formatted(invalidHex);
        }
    }

    /// The alphabet every phone has.
    public static final Gsm7 DEFAULT = of(Language.DEFAULT, Language.DEFAULT);

    private static final byte ESCAPE = 0x1B;
    private static final int BITS = 7;
    /// The highest character of all tables, in the Portuguese one.
    private static final char HIGHEST = '∞';

    private static final char NONE = '\uFFFF';

    private final char[] locking;
    private final char[] single;
    /// By character: its septet, behind [#ESCAPE] in the high byte if it needs one, or [#NONE].
    private final char[] codes;

    private Gsm7(char[] locking, char[] single) {
        this.locking = locking;
        this.single = single;
        this.codes = codes(locking, single);
    }

    /// The alphabet of a text whose header names these languages.
    ///
    /// @param locking for the characters without an escape
    /// @param single for the characters behind one
    public static Gsm7 of(Language locking, Language single) {
        return new Gsm7(GsmTables.locking(locking), GsmTables.single(single));
    }

    /// Whether every character of the text is in the alphabet.
    public boolean isEncodable(String text) {
        return septets(text) >= 0;
    }

    /// How many septets the text takes, or -1 if a character of it is not in the alphabet.
    public int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = width(text.charAt(i));
            if (width == 0) {
                return -1;
            }
            septets += width;
        }
        return septets;
    }

    /// How many septets a character takes: 1, 2 with an escape, or 0 if it is not in the alphabet.
    int width(char character) {
        char code = code(character);
        return code < GsmTables.SIZE ? 1 : code == NONE ? 0 : 2;
    }

    /// The text in septets, one a byte.
    ///
    /// @throws IllegalArgumentException if it is not encodable; the message does not repeat it
    public byte[] encode(String text) {
        int length = septets(text);
        if (length < 0) {
            throw new IllegalArgumentException("a character is not in the 7-bit alphabet: send the text as UCS-2");
        }
        byte[] septets = new byte[length];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char code = code(text.charAt(i));
            if (code >= GsmTables.SIZE) {
                septets[at++] = ESCAPE;
            }
            septets[at++] = (byte) (code & 0x7F);
        }
        return septets;
    }

    /// The text of septets, one a byte. Never fails: what cannot be read is shown and listed, see [Decoded].
    public Decoded decode(byte[] septets) {
        StringBuilder invalid = new StringBuilder();
        for (int at = 0; at < septets.length; at += width(septets, at)) {
            int width = width(septets, at);
            if (cell(width == 2 ? single : locking, septets[at + width - 1]) == GsmTables.HOLE) {
                HexFormat.of().withUpperCase().formatHex(invalid, septets, at, at + width);
            }
        }
        return new Decoded(text(septets), invalid.toString());
    }

    /// The same text, without a list of what could not be read: a hostile one would be long.
    public String text(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int at = 0; at < septets.length; at += width(septets, at)) {
            int width = width(septets, at);
            byte last = septets[at + width - 1];
            char character = cell(width == 2 ? single : locking, last);
            text.append(width == 2 && character == GsmTables.HOLE ? unescaped(last) : character);
        }
        return text.toString();
    }

    /// Septets as a phone carries them: each begins at the bit where the one before ended, lowest bit first.
    ///
    /// @param septets one a byte; only the seven low bits count
    /// @param fillBits zero bits at the start, 0 to 6, that align the septets after a header
    /// @throws IllegalArgumentException if there are more or fewer fill bits
    public static byte[] pack(byte[] septets, int fillBits) {
        requireFill(fillBits);
        byte[] packed = new byte[(fillBits + BITS * septets.length + 7) / 8];
        int bit = fillBits;
        for (byte septet : septets) {
            int shifted = (septet & 0x7F) << bit % 8;
            packed[bit / 8] |= (byte) shifted;
            if (bit % 8 > 1) {
                packed[bit / 8 + 1] |= (byte) (shifted >> 8);
            }
            bit += BITS;
        }
        return packed;
    }

    /// The septets of packed bytes, one a byte; as many as there are if fewer were received than announced.
    ///
    /// @param packed as received
    /// @param septets how many the header announces: bytes alone do not tell seven septets from eight
    /// @param fillBits bits to leave out at the start, 0 to 6
    /// @throws IllegalArgumentException if there are more or fewer fill bits
    public static byte[] unpack(byte[] packed, int septets, int fillBits) {
        requireFill(fillBits);
        int received = (8 * packed.length - fillBits) / BITS;
        byte[] unpacked = new byte[Math.clamp(septets, 0, received)];
        int bit = fillBits;
        for (int i = 0; i < unpacked.length; i++) {
            int low = packed[bit / 8] & 0xFF;
            int high = bit % 8 > 1 ? packed[bit / 8 + 1] & 0xFF : 0;
            unpacked[i] = (byte) ((high << 8 | low) >> bit % 8 & 0x7F);
            bit += BITS;
        }
        return unpacked;
    }

    private static void requireFill(int fillBits) {
        if (fillBits < 0 || fillBits >= BITS) {
            throw new IllegalArgumentException("expected 0 to 6 fill bits, got " + fillBits);
        }
    }

    private char code(char character) {
        return character < codes.length ? codes[character] : NONE;
    }

    /// How many bytes the character at a place takes; an escape at the end stands alone.
    private static int width(byte[] septets, int at) {
        return septets[at] == ESCAPE && at + 1 < septets.length ? 2 : 1;
    }

    /// A second escape stands for a table yet to be defined: the standard shows a space.
    private char unescaped(byte septet) {
        return septet == ESCAPE ? ' ' : cell(locking, septet);
    }

    private static char cell(char[] table, byte septet) {
        return septet < 0 ? GsmTables.HOLE : table[septet];
    }

    /// The tables turned round. Of two ways to write a character the shorter wins, then the lower septet.
    private static char[] codes(char[] locking, char[] single) {
        char[] codes = new char[1 + HIGHEST];
        Arrays.fill(codes, NONE);
        for (int septet = GsmTables.SIZE - 1; septet >= 0; septet--) {
            put(codes, single[septet], ESCAPE << 8 | septet);
        }
        for (int septet = GsmTables.SIZE - 1; septet >= 0; septet--) {
            put(codes, locking[septet], septet);
        }
        return codes;
    }

    private static void put(char[] codes, char character, int code) {
        if (character != GsmTables.HOLE) {
            codes[character] = (char) code;
        }
    }
}
