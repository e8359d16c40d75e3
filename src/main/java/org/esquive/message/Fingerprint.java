package org.esquive.message;

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
        return new Fingerprint(bits(bytes, 0), bits(bytes, Long.BYTES));
    }

    /// The 16 bytes.
    public byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < Long.BYTES; i++) {
            int shift = Long.SIZE - Byte.SIZE * (i + 1);
            bytes[i] = (byte) (first >>> shift);
            bytes[Long.BYTES + i] = (byte) (second >>> shift);
        }
        return bytes;
    }

    private static long bits(byte[] bytes, int from) {
        long bits = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            bits = bits << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return bits;
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
