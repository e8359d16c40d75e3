package org.esquive.channel.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.esquive.channel.smpp.SmppOptions.LongText;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.esquive.channel.smpp.pdu.Tlvs.Tlv;
import org.esquive.channel.smpp.pdu.UserDataHeader;
import org.esquive.message.Gsm7;
import org.esquive.message.Segment;
import org.esquive.message.Segments;

/// Turns the words of a reply into what is submitted: one piece, or a piece a segment. Lines say the same few
/// texts again and again, so their bytes are kept. Safe for any thread.
final class Pieces {
    /// A line has a handful of texts; beyond this many the memory is emptied.
    static final int MOST_REMEMBERED = 512;

    /// What a short_message holds behind a header (SMPP 3.4, 5.2.21): more only comes of UTF-8.
    private static final int LONGEST_PART = 254 - 6;

    private static final int HEADER_BITS = 48;
    private static final int BITS_OF_A_SEPTET = 7;
    private static final int WIDE = 0xffff;
    private static final int NARROW = 0xff;

    private final Alphabet alphabet;
    private final LongText longText;
    private final Map<String, Coded> remembered = new ConcurrentHashMap<>();
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(WIDE));

    /// The bytes of a text, cut where segments end.
    ///
    /// @param parts at least one
    @SuppressWarnings("ArrayRecordComponent")
    private record Coded(int dataCoding, List<byte[]> parts) {}

    Pieces(Alphabet alphabet, LongText longText) {
        this.alphabet = alphabet;
        this.longText = longText;
    }

    /// The pieces of a text, in order; at least one.
    List<Piece> of(String text) {
        Coded coded = remembered.get(text);
        if (coded == null) {
            coded = code(text);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(text, coded);
        }
        if (coded.parts().stream().anyMatch(part -> part.length > LONGEST_PART)) {
            return List.of(withPayload(coded));
        }
        return coded.parts().size() == 1
                ? List.of(new Piece(0, coded.dataCoding(), coded.parts().getFirst(), Tlvs.NONE))
                : several(coded);
    }

    private List<Piece> several(Coded coded) {
        return switch (longText) {
            case UDH -> numbered(coded, NARROW, Pieces::withHeader);
            case SAR -> numbered(coded, WIDE, Pieces::withParameters);
            case PAYLOAD -> List.of(withPayload(coded));
        };
    }

    /// Makes a piece of a segment.
    private interface Form {
        Piece of(Segment segment, int dataCoding, byte[] part);
    }

    private List<Piece> numbered(Coded coded, int mask, Form form) {
        int common = reference.incrementAndGet() & mask;
        int total = coded.parts().size();
        List<Piece> pieces = new ArrayList<>(total);
        for (int number = 1; number <= total; number++) {
            Segment segment = new Segment(common, mask == WIDE, total, number);
            pieces.add(form.of(segment, coded.dataCoding(), coded.parts().get(number - 1)));
        }
        return pieces;
    }

    private static Piece withHeader(Segment segment, int dataCoding, byte[] part) {
        byte[] text = joined(List.of(UserDataHeader.of(segment), part));
        return new Piece(Piece.WITH_HEADER, dataCoding, text, Tlvs.NONE);
    }

    private static Piece withParameters(Segment segment, int dataCoding, byte[] part) {
        int reference = segment.reference();
        Tlvs tlvs = new Tlvs(List.of(
                new Tlv(Tlvs.SAR_MSG_REF_NUM, new byte[] {(byte) (reference >> 8), (byte) reference}),
                new Tlv(Tlvs.SAR_TOTAL_SEGMENTS, new byte[] {(byte) segment.total()}),
                new Tlv(Tlvs.SAR_SEGMENT_SEQNUM, new byte[] {(byte) segment.number()})));
        return new Piece(0, dataCoding, part, tlvs);
    }

    private static Piece withPayload(Coded coded) {
        Tlvs tlvs = new Tlvs(List.of(new Tlv(Tlvs.MESSAGE_PAYLOAD, joined(coded.parts()))));
        return new Piece(0, coded.dataCoding(), new byte[0], tlvs);
    }

    private Coded code(String text) {
        Segments segments = Segments.of(text);
        return switch (segments.encoding()) {
            case UCS_2 -> new Coded(Piece.CODING_UCS_2, bytes(segments.parts(), StandardCharsets.UTF_16BE));
            case GSM_7 -> codeSimple(text, segments);
        };
    }

    /// A text of the 7-bit alphabet, in the alphabet that the link agreed on.
    private Coded codeSimple(String text, Segments segments) {
        List<String> parts = segments.parts();
        return switch (alphabet) {
            case GSM ->
                new Coded(
                        Piece.CODING_DEFAULT,
                        parts.stream().map(Gsm7.DEFAULT::encode).toList());
            case GSM_PACKED -> new Coded(Piece.CODING_DEFAULT, packed(text, parts));
            case UTF_8 -> new Coded(Piece.CODING_DEFAULT, bytes(parts, StandardCharsets.UTF_8));
            case LATIN_1 ->
                StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                        ? new Coded(Piece.CODING_DEFAULT, bytes(parts, StandardCharsets.ISO_8859_1))
                        : new Coded(Piece.CODING_UCS_2, bytes(cut(text), StandardCharsets.UTF_16BE));
        };
    }

    /// Behind a header the septets begin at the next multiple of seven bits, as in a GSM network.
    private List<byte[]> packed(String text, List<String> parts) {
        boolean headed = parts.size() > 1 && longText == LongText.UDH;
        if (parts.size() > 1 && longText == LongText.PAYLOAD) {
            return List.of(Gsm7.pack(Gsm7.DEFAULT.encode(text), 0), new byte[0]);
        }
        int fill = headed ? (BITS_OF_A_SEPTET - HEADER_BITS % BITS_OF_A_SEPTET) % BITS_OF_A_SEPTET : 0;
        return parts.stream()
                .map(part -> Gsm7.pack(Gsm7.DEFAULT.encode(part), fill))
                .toList();
    }

    /// Cuts what the 7-bit alphabet could say and the link cannot: such a text has no surrogates.
    private static List<String> cut(String text) {
        if (text.length() <= Segments.Encoding.UCS_2.alone()) {
            return List.of(text);
        }
        int most = Segments.Encoding.UCS_2.joined();
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += most) {
            parts.add(text.substring(start, Math.min(text.length(), start + most)));
        }
        return parts;
    }

    private static List<byte[]> bytes(List<String> parts, Charset charset) {
        return parts.stream().map(part -> part.getBytes(charset)).toList();
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer all =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }
}
