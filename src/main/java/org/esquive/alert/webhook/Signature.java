package org.esquive.alert.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.esquive.settings.Secret;

/// The proof that a call is ours: an HMAC-SHA-256 over `id.timestamp.body` by each of our keys, so that a
/// receiver may go from one to the next.
final class Signature {
    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    private final List<SecretKeySpec> keys;

    /// @param secrets each without an objection
    Signature(List<Secret> secrets) {
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(key(secret).orElseThrow(), ALGORITHM))
                .toList();
    }

    /// Whether a secret has the form of the standard: `whsec_` and the base 64 of 24 to 64 bytes.
    static boolean isWellFormed(Secret secret) {
        return key(secret)
                .filter(key -> key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY)
                .isPresent();
    }

    /// The value of the header `webhook-signature`.
    String of(String id, Instant at, byte[] body) {
        return keys.stream().map(key -> "v1," + sign(key, id, at, body)).collect(Collectors.joining(" "));
    }

    private static Optional<byte[]> key(Secret secret) {
        String text = secret.reveal();
        try {
            return text.startsWith(PREFIX)
                    ? Optional.of(Base64.getDecoder().decode(text.substring(PREFIX.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String sign(SecretKeySpec key, String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", impossible);
        }
    }
}
