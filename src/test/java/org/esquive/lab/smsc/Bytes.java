package org.esquive.lab.smsc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes on their way out, in the order of SMPP: numbers big end first, texts ended by a zero.
final class Bytes {
    private byte[] bytes = new byte[4_096];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    Bytes octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    Bytes word(int value) {
        room(4);
        Wire.put(bytes, size, value);
        size += 4;
        return this;
    }

    /// A text and the zero that ends it.
    Bytes text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1)).octet(0);
    }

    Bytes raw(byte[] more) {
        return raw(more, more.length);
    }

    Bytes raw(byte[] more, int length) {
        room(length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
        return this;
    }

    Bytes add(Bytes more) {
        return raw(more.bytes, more.size);
    }

    /// Begins a PDU; [#end(int)] wants what it returns.
    int begin(int command, int status, int sequence) {
        int start = size;
        var _ = word(0).word(command).word(status).word(sequence);
        return start;
    }

    /// Ends a PDU by writing its length.
    void end(int start) {
        Wire.put(bytes, start, size - start);
    }

    /// A PDU that is no more than its header.
    void header(int command, int status, int sequence) {
        end(begin(command, status, sequence));
    }

    /// Overwrites four bytes.
    void patch(int at, int value) {
        Wire.put(bytes, at, value);
    }

    /// Overwrites some digits with those of a number, which fills them.
    void patchDigits(int at, int digits, long number) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
