package org.esquive.browser;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The authenticator app on a keeper's phone (RFC 6238).
///
/// @param secret in base 32, as the page shows it
record AuthenticatorApp(String secret) {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /// The code of now.
    String code() {
        return code(0);
    }

    /// The code that comes after the one of now: a code works once, and the next is taken a little early.
    String next() {
        return code(1);
    }

    private String code(int ahead) {
        long step = Instant.now().getEpochSecond() / STEP_SECONDS + ahead;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            ByteBuffer digest = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int offset = digest.get(digest.capacity() - 1) & 0xF;
            return "%06d".formatted((digest.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", impossible);
        }
    }

    private byte[] key() {
        String letters = secret.replaceAll("[^A-Z2-7]", "");
        BigInteger bits = BigInteger.ZERO;
        for (int at = 0; at < letters.length(); at++) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(letters.charAt(at))));
        }
        int length = letters.length() * 5 / 8;
        byte[] signed = bits.shiftRight(letters.length() * 5 % 8).toByteArray();
        byte[] key = new byte[length];
        int copied = Math.min(length, signed.length);
        System.arraycopy(signed, signed.length - copied, key, length - copied, copied);
        return key;
    }
}
