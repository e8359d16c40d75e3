package org.esquive.channel.android;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.esquive.channel.Webhook.Call;
import org.jspecify.annotations.Nullable;

/// Decides who may come in: the path token first, then the signature over the raw bytes. Those refused learn
/// nothing and leave nothing behind but a count.
///
/// It remembers the last [#MOST_REMEMBERED] signatures whose call was committed, for as long as they are valid:
/// the same call again is acknowledged again and not looked at. A signature that fell out of the memory does no
/// harm either, since the ledger knows the identity of the text.
final class Door {
    /// How many signatures are remembered.
    static final int MOST_REMEMBERED = 4_096;

    private static final String WRONG_KEY = "Webhooks come in with a wrong signature: copy the signing key from the app"
            + " (Settings, Webhooks, Signing Key) to the secret signing-key.";
    private static final String OFF_TIME =
            "Webhooks come in stamped more than 5 minutes off: set the clocks of the phone"
                    + " and of this machine to automatic time.";

    private final byte[] token;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final LongAdder refused = new LongAdder();
    private final Map<String, Instant> remembered = new LinkedHashMap<>();
    private volatile @Nullable String trouble;

    /// How a call is met.
    enum Entry {
        COME_IN,
        /// It was taken before, to the byte.
        KNOWN,
        REFUSED
    }

    Door(AndroidOptions options, InstantSource clock) {
        this.token = options.token().reveal().getBytes(StandardCharsets.UTF_8);
        this.signature = new WebhookSignature(options.signingKeys());
        this.clock = clock;
    }

    /// Meets a call.
    Entry meet(Call call) {
        boolean knowsToken = MessageDigest.isEqual(token, call.token().getBytes(StandardCharsets.UTF_8));
        if (!knowsToken || !call.method().equals("POST")) {
            return refuse();
        }
        Instant now = clock.instant();
        String claimed = call.header("x-signature");
        return switch (signature.check(call.body(), call.header("x-timestamp"), claimed, now)) {
            case GOOD -> {
                trouble = null;
                yield isRemembered(claimed) ? Entry.KNOWN : Entry.COME_IN;
            }
            case OFF_TIME -> {
                trouble = OFF_TIME;
                yield refuse();
            }
            case WRONG -> {
                trouble = WRONG_KEY;
                yield refuse();
            }
        };
    }

    /// Remembers a call that was committed.
    void remember(Call call) {
        Instant now = clock.instant();
        synchronized (remembered) {
            Iterator<Instant> oldestFirst = remembered.values().iterator();
            while (oldestFirst.hasNext()
                    && (oldestFirst.next().isBefore(now) || remembered.size() >= MOST_REMEMBERED)) {
                oldestFirst.remove();
            }
            remembered.put(key(call.header("x-signature")), now.plus(WebhookSignature.TOLERANCE.multipliedBy(2)));
        }
    }

    /// How many calls were refused.
    long refused() {
        return refused.sum();
    }

    /// What a keeper should do if the phone itself was refused, as far as one can tell: it knows the token.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private boolean isRemembered(String claimed) {
        synchronized (remembered) {
            return remembered.containsKey(key(claimed));
        }
    }

    private static String key(String signature) {
        return signature.toLowerCase(Locale.ROOT);
    }

    private Entry refuse() {
        refused.increment();
        return Entry.REFUSED;
    }
}
