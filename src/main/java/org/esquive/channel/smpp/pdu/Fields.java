package org.esquive.channel.smpp.pdu;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the fields of one PDU's body in their order. A field that is not all there breaks it: what is read from
/// then on is empty, and [#isBroken()] says so in the end. Fields longer than the standard allows are taken.
final class Fields {
    /// Most optional parameters that are taken; the standard knows some sixty.
    private static final int MOST_TLVS = 1_024;

    private static final byte[] NOTHING = {};
    private static final int TLV_HEADER = 4;

    private byte[] bytes = NOTHING;
    private int at;
    private int end;
    private boolean broken;

    /// Begins with another body.
    void over(byte[] buffer, int from, int to) {
        bytes = buffer;
        at = from;
        end = to;
        broken = false;
    }

    /// Whether something was missing.
    boolean isBroken() {
        return broken;
    }

    /// Whether all was read.
    boolean isEmpty() {
        return at == end;
    }

    /// One byte, 0 to 255.
    int octet() {
        return has(1) ? bytes[at++] & 0xFF : 0;
    }

    /// Four bytes.
    int word() {
        if (!has(4)) {
            return 0;
        }
        at += 4;
        return word(bytes, at - 4);
    }

    /// Bytes up to the next NUL, as ISO-8859-1.
    String text() {
        int from = at;
        for (int i = from; i < end; i++) {
            if (bytes[i] == 0) {
                at = i + 1;
                return i == from ? "" : new String(bytes, from, i - from, StandardCharsets.ISO_8859_1);
            }
        }
        breakOff();
        return "";
    }

    /// [#text()], or nothing if the body ends before it: a response that says no leaves its body out.
    String textIfAny() {
        return isEmpty() ? "" : text();
    }

    /// As many bytes.
    byte[] octets(int length) {
        if (length == 0 || !has(length)) {
            return NOTHING;
        }
        byte[] octets = new byte[length];
        System.arraycopy(bytes, at, octets, 0, length);
        at += length;
        return octets;
    }

    Address address() {
        int ton = octet();
        int npi = octet();
        String digits = text();
        return ton == 0 && npi == 0 && digits.isEmpty() ? Address.NONE : new Address(ton, npi, digits);
    }

    /// All that is left.
    Tlvs tlvs() {
        if (isEmpty()) {
            return Tlvs.NONE;
        }
        List<Tlvs.Tlv> all = new ArrayList<>(4);
        while (at < end && all.size() < MOST_TLVS && has(TLV_HEADER)) {
            int tag = octet() << 8 | octet();
            int length = octet() << 8 | octet();
            all.add(new Tlvs.Tlv(tag, octets(length)));
        }
        if (at < end) {
            breakOff();
        }
        return new Tlvs(all);
    }

    /// Four bytes at a place as a number.
    static int word(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    private boolean has(int length) {
        if (end - at >= length) {
            return true;
        }
        breakOff();
        return false;
    }

    /// Gives up: the rest cannot be understood.
    void breakOff() {
        broken = true;
        at = end;
    }
}
