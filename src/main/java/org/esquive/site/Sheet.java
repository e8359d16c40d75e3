package org.esquive.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// A page as it leaves: its bytes, the same packed, and a name that changes with them.
///
/// @param bytes UTF-8
/// @param packed the same by gzip
/// @param etag as in the header of that name
@SuppressWarnings("ArrayRecordComponent") // nobody compares pages, and nobody changes one
record Sheet(byte[] bytes, byte[] packed, String etag) {
    private static final int LENGTH_OF_NAME = 16;

    static Sheet of(byte[] bytes) {
        return new Sheet(bytes, packed(bytes), "W/\"" + name(bytes) + "\"");
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static String name(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, LENGTH_OF_NAME);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
