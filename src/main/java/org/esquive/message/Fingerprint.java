package org.esquive.message;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// What the ledger knows of a sender: the first 16 bytes of an HMAC-SHA-256 of the address, under a key that is
/// kept outside the database. Without the key nobody gets from here to a number.
public final class Fingerprint implements Comparable<Fingerprint> {
    /// Length in bytes.
    public static final int LENGTH = 16;

    private final long first;
    private final long second;

    private Fingerprint(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /// @param bytes exactly 16 bytes
    /// @throws IllegalArgumentException if there are more or fewer
    public static Fingerprint of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("expected " + LENGTH + " bytes, got " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Fingerprint(buffer.getLong(), buffer.getLong());
    }

    /// The 16 bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(first).putLong(second).array();
    }

    /// The first eight hexadecimal digits: enough for a keeper to tell two senders apart.
    public String brief() {
        return HexFormat.of().toHexDigits((int) (first >>> Integer.SIZE));
    }

    /// By the bytes, as a database orders them.
    @Override
    public int compareTo(Fingerprint other) {
        int order = Long.compareUnsigned(first, other.first);
        return order != 0 ? order : Long.compareUnsigned(second, other.second);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && first == that.first && second == that.second;
    }

    /// Any of its bits are as good as others.
    @Override
    public int hashCode() {
        return Long.hashCode(first ^ second);
    }

    @Override
    public String toString() {
        return brief();
    }
}
