package org.esquive.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// What a program shows to be let in: `esq_`, 256 random bits, and a checksum. The checksum is no proof; it
/// lets what was mistyped or cut be refused without asking the ledger, and lets scanners of leaked secrets know
/// a real one. That many random bits need no brake on guessing.
public final class BearerToken {
    private static final String PREFIX = "esq_";
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_LETTERS = 43;
    private static final Pattern FORM = Pattern.compile("esq_[A-Za-z0-9_-]{43}[A-Za-z0-9_-]{6}");
    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();

    private BearerToken() {}

    /// A new token. It is shown once, and nowhere kept but as its hash.
    public static String make(SecureRandom chance) {
        byte[] random = new byte[RANDOM_BYTES];
        chance.nextBytes(random);
        String start = PREFIX + LETTERS.encodeToString(random);
        return start + checksum(start);
    }

    /// Whether a text could be a token at all.
    static boolean isWellFormed(String text) {
        int end = PREFIX.length() + RANDOM_LETTERS;
        return FORM.matcher(text).matches() && checksum(text.substring(0, end)).equals(text.substring(end));
    }

    /// What the ledger knows it by. Random bits need no salt and no slow hash.
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    private static String checksum(String start) {
        CRC32 sum = new CRC32();
        sum.update(start.getBytes(StandardCharsets.US_ASCII));
        long value = sum.getValue();
        byte[] bytes = {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
        return LETTERS.encodeToString(bytes);
    }
}
