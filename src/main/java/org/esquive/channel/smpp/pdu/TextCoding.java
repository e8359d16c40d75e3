package org.esquive.channel.smpp.pdu;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.esquive.message.Gsm7;
import org.esquive.message.Segments;

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

    /// What a text says and how it is joined.
    ///
    /// @param text the words; empty if the bytes are no text
    /// @param binary whether the coding says that the bytes are no text for people
    public record Decoded(String text, boolean binary) {
        /// Without the words.
        @Override
        public String toString() {
            return "Decoded[text=***, binary=%s]".formatted(binary);
        }
    }

    /// A text as it travels.
    ///
    /// @param bytes what goes behind the user data header
    @SuppressWarnings("ArrayRecordComponent")
    public record Encoded(byte[] bytes, int dataCoding) {}

    private static final int DATA_CODING_USUAL = 0;
    private static final int DATA_CODING_UCS_2 = 8;
    private static final char UNKNOWN = '?';

    /// The alphabets of the languages that texts named so far: at most as many as there are pairs of languages.
    private static final Map<Languages, Gsm7> NATIONAL = new ConcurrentHashMap<>();

    private record Languages(Gsm7.Language locking, Gsm7.Language single) {}

    private TextCoding() {}

    /// Reads a text.
    ///
    /// @param body the bytes behind the user data header
    /// @param header the user data header, if there is one: it may name a national table and shifts packed
    /// septets
    /// @param usual what data_coding 0 means on this link
    public static Decoded decode(byte[] body, UserDataHeader header, int dataCoding, Alphabet usual) {
        return switch (DataCoding.of(dataCoding).characters()) {
            case USUAL -> text(usual(body, header, usual));
            case ASCII -> text(new String(body, StandardCharsets.US_ASCII));
            case LATIN_1 -> text(new String(body, StandardCharsets.ISO_8859_1));
            case CYRILLIC -> text(inCharset(body, "ISO-8859-5"));
            case HEBREW -> text(inCharset(body, "ISO-8859-8"));
            case UCS_2 -> text(new String(body, StandardCharsets.UTF_16BE));
            case SHIFT_JIS -> text(inCharset(body, "Shift_JIS"));
            case ISO_2022_JP -> text(inCharset(body, "ISO-2022-JP"));
            case EUC_JP -> text(inCharset(body, "EUC-JP"));
            case EUC_KR -> text(inCharset(body, "EUC-KR"));
            case BINARY -> new Decoded("", true);
        };
    }

    /// Writes a text for a link where data_coding 0 is the 7-bit alphabet, one septet a byte.
    public static Encoded encode(String part, Segments.Encoding encoding) {
        return encode(part, encoding, Alphabet.GSM, 0);
    }

    /// Writes a text, or a piece of one. A character that the alphabet has not becomes `?`; there is none in a text
    /// whose encoding is that of its [Segments], but on a link of Latin-1, which has no euro sign.
    ///
    /// @param usual what data_coding 0 means on this link
    /// @param header how many bytes of a user data header go before it: they shift packed septets
    public static Encoded encode(String part, Segments.Encoding encoding, Alphabet usual, int header) {
        return switch (encoding) {
            case GSM_7 -> new Encoded(usual(part, usual, header), DATA_CODING_USUAL);
            case UCS_2 -> new Encoded(part.getBytes(StandardCharsets.UTF_16BE), DATA_CODING_UCS_2);
        };
    }

    private static Decoded text(String text) {
        return new Decoded(text, false);
    }

    private static String usual(byte[] body, UserDataHeader header, Alphabet usual) {
        return switch (usual) {
            case GSM -> alphabet(header).text(body);
            case GSM_PACKED -> alphabet(header).text(unpacked(body, header.fillBits()));
            case LATIN_1 -> new String(body, StandardCharsets.ISO_8859_1);
            case UTF_8 -> new String(body, StandardCharsets.UTF_8);
        };
    }

    private static byte[] usual(String part, Alphabet usual, int header) {
        return switch (usual) {
            case GSM -> Gsm7.DEFAULT.encode(encodable(part));
            case GSM_PACKED -> Gsm7.pack(Gsm7.DEFAULT.encode(encodable(part)), UserDataHeader.fillBits(header));
            case LATIN_1 -> part.getBytes(StandardCharsets.ISO_8859_1);
            case UTF_8 -> part.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String encodable(String part) {
        if (Gsm7.DEFAULT.isEncodable(part)) {
            return part;
        }
        StringBuilder encodable = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            String character = part.substring(i, i + 1);
            encodable.append(Gsm7.DEFAULT.isEncodable(character) ? character : UNKNOWN);
        }
        return encodable.toString();
    }

    /// All septets that the bytes hold. Where the last one is made of seven bits that may be padding, and is `@` as
    /// padding is, it is left out.
    private static byte[] unpacked(byte[] body, int fillBits) {
        int bits = 8 * body.length - fillBits;
        boolean maybePadding = bits >= 7 && bits % 7 == 0 && body[body.length - 1] >> 1 == 0;
        int septets = Math.max(bits, 0) / 7;
        return Gsm7.unpack(body, maybePadding ? septets - 1 : septets, fillBits);
    }

    private static Gsm7 alphabet(UserDataHeader header) {
        if (header.locking() == 0 && header.single() == 0) {
            return Gsm7.DEFAULT;
        }
        Languages languages = new Languages(language(header.locking()), language(header.single()));
        return NATIONAL.computeIfAbsent(languages, pair -> Gsm7.of(pair.locking(), pair.single()));
    }

    private static Gsm7.Language language(int id) {
        return Gsm7.Language.of(id).orElse(Gsm7.Language.DEFAULT);
    }

    /// A Java without the charset reads what is ASCII.
    private static String inCharset(byte[] body, String name) {
        return new String(body, Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII);
    }
}
