package org.esquive.channel.android;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.esquive.settings.Secret;

/// The check of the app's [signature](https://docs.sms-gate.app/features/webhooks/): `X-Signature` is the
/// hexadecimal HMAC-SHA-256 of the raw body followed by `X-Timestamp`, in seconds since 1970.
final class WebhookSignature {
    /// How far the phone's clock may be off.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final List<SecretKeySpec> keys;

    /// What a check found.
    enum Verdict {
        /// Signed with one of the keys, now.
        GOOD,
        /// Signed with one of the keys, but not now: replayed, or a clock is off.
        OFF_TIME,
        /// Not signed by the phone.
        WRONG
    }

    WebhookSignature(List<Secret> keys) {
        this.keys = keys.stream()
                .map(key -> new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /// Checks a body. Every key is tried in full whatever the others say, so that the time tells nothing.
    Verdict check(byte[] body, String timestamp, String signature, Instant now) {
        if (!SIGNATURE.matcher(signature).matches()
                || !SECONDS.matcher(timestamp).matches()) {
            return Verdict.WRONG;
        }
        byte[] claimed = HexFormat.of().parseHex(signature);
        boolean good = false;
        for (SecretKeySpec key : keys) {
            good |= MessageDigest.isEqual(sign(key, body, timestamp), claimed);
        }
        if (!good) {
            return Verdict.WRONG;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        return off.compareTo(TOLERANCE) <= 0 ? Verdict.GOOD : Verdict.OFF_TIME;
    }

    private static byte[] sign(SecretKeySpec key, byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(body);
            return mac.doFinal(timestamp.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", impossible);
        }
    }
}
