package org.esquive.message;

import java.util.Arrays;
import java.util.HexFormat;

/// What the ledger knows of a sender: the first 16 bytes of an HMAC-SHA-256 of the address, under a key that is
/// kept outside the database. Without the key nobody gets from here to a number.
public final class Fingerprint implements Comparable<Fingerprint> {
    /// Length in bytes.
    public static final int LENGTH = 16;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @param bytes exactly 16 bytes, copied
    /// @throws IllegalArgumentException if there are more or fewer
    public static Fingerprint of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("expected " + LENGTH + " bytes, got " + bytes.length);
        }
        return new Fingerprint(bytes.clone());
    }

    /// A copy of the 16 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The first eight hexadecimal digits: enough for a keeper to tell two senders apart.
    public String brief() {
        return HexFormat.of().formatHex(bytes, 0, 4);
    }

    /// By the bytes, as a database orders them.
    @Override
    public int compareTo(Fingerprint other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return brief();
    }
}
