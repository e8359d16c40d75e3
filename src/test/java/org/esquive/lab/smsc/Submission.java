package org.esquive.lab.smsc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A submit_sm as it lies in the buffer of its link: read on demand, good until the next one is read.
public final class Submission {
    private byte[] bytes = new byte[0];
    private int end;
    private int sequence;
    private int source;
    private int destination;
    private int fixed;

    /// Looks at a submit_sm.
    ///
    /// @return whether it can be one
    boolean over(byte[] buffer, int from, int to) {
        bytes = buffer;
        end = to;
        sequence = Wire.word(buffer, from + 12);
        source = Wire.zero(buffer, from + Wire.HEADER, to) + 3;
        destination = Wire.zero(buffer, source, to) + 3;
        fixed = Wire.zero(buffer, destination, to) + 1;
        return fixed + 3 < to && textAt() <= to;
    }

    int sequence() {
        return sequence;
    }

    /// The number it goes to, as a number; 0 if it is none.
    long to() {
        long number = 0;
        for (int i = destination; i < end && bytes[i] != 0; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return 0;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    String source() {
        return Wire.text(bytes, source, Wire.zero(bytes, source, end));
    }

    String destination() {
        return Wire.text(bytes, destination, Wire.zero(bytes, destination, end));
    }

    int esmClass() {
        return bytes[fixed] & 0xff;
    }

    /// Behind esm_class, protocol_id and priority_flag stand two texts, then five octets: registered_delivery,
    /// replace_if_present_flag, data_coding, sm_default_msg_id and sm_length.
    private int registeredAt() {
        int validity = Wire.zero(bytes, fixed + 3, end) + 1;
        return Wire.zero(bytes, validity, end) + 1;
    }

    private int textAt() {
        return registeredAt() + 5;
    }

    boolean wantsReceipt() {
        return (bytes[registeredAt()] & 0x03) != 0;
    }

    int dataCoding() {
        return bytes[registeredAt() + 2] & 0xff;
    }

    /// The text with its header, from short_message or message_payload.
    byte[] body() {
        int length = bytes[textAt() - 1] & 0xff;
        int tlv = textAt() + length;
        if (length > 0) {
            return Arrays.copyOfRange(bytes, textAt(), Math.min(tlv, end));
        }
        while (tlv + 4 <= end) {
            int size = Wire.half(bytes, tlv + 2);
            if (Wire.half(bytes, tlv) == Wire.MESSAGE_PAYLOAD && tlv + 4 + size <= end) {
                return Arrays.copyOfRange(bytes, tlv + 4, tlv + 4 + size);
            }
            tlv += 4 + size;
        }
        return new byte[0];
    }

    /// How many bytes of the body are its user data header.
    int headerLength(byte[] body) {
        boolean has = (esmClass() & Wire.UDH) != 0 && body.length > 0;
        return has ? Math.min(body.length, (body[0] & 0xff) + 1) : 0;
    }

    /// The words; what GSM 03.38 has in another place than ASCII is read as if it were there.
    String words(byte[] body) {
        int from = headerLength(body);
        var charset = dataCoding() == Wire.UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        return new String(body, from, body.length - from, charset);
    }
}
