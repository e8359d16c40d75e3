package org.esquive.console.door;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.esquive.settings.Secret;

/// The six digits that an authenticator app shows, new every 30 seconds
/// ([RFC 6238](https://www.rfc-editor.org/rfc/rfc6238), read November 2026): with a secret that both know, a moment
/// proves who writes.
public final class Totp {
    /// How long a code stands.
    public static final Duration STEP = Duration.ofSeconds(30);

    /// Steps before and after the present one that are taken: for clocks that differ and texts that take their time.
    public static final int TOLERANCE = 1;

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int LETTERS_OF_A_SECRET = 32;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator(STEP);

    /// A new secret of 160 random bits, as long as a hash of SHA-1 (RFC 4226, section 4, R6), in base 32.
    public static Secret newSecret(SecureRandom random) {
        return new Secret(random.ints(LETTERS_OF_A_SECRET, 0, BASE_32.length())
                .mapToObj(at -> BASE_32.substring(at, at + 1))
                .collect(Collectors.joining()));
    }

    /// What an authenticator app reads from a QR code to set itself up
    /// ([Key Uri Format](https://github.com/google/google-authenticator/wiki/Key-Uri-Format), read November 2026).
    ///
    /// @param name letters, digits, points and hyphens, so that nothing needs escaping
    public static String address(String name, Secret secret) {
        return "otpauth://totp/Esquive:%s?secret=%s&issuer=Esquive".formatted(name, secret.reveal());
    }

    /// The step that a moment lies in, counted since 1970.
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /// The step whose code this is, if it is one of those taken now; it takes the same time whether it is or not.
    public OptionalLong stepOf(String code, Secret secret, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.US_ASCII);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - TOLERANCE; step <= step(now) + TOLERANCE; step++) {
            byte[] right = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            found = MessageDigest.isEqual(right, given) ? OptionalLong.of(step) : found;
        }
        return found;
    }

    /// The code of a step.
    public String code(Secret secret, long step) {
        try {
            Key key = new SecretKeySpec(bytes(secret.reveal()), codes.getAlgorithm());
            return codes.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("every key is a good one for HMAC", impossible);
        }
    }

    /// What base 32 ([RFC 4648](https://www.rfc-editor.org/rfc/rfc4648), section 6) stands for; bits that are no whole
    /// byte fall away.
    static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int bits = 0;
        int length = 0;
        for (char letter : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            buffer = (buffer << BITS | BASE_32.indexOf(letter)) & 0xfff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[length++] = (byte) (buffer >> bits);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
