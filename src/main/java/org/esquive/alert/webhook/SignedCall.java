package org.esquive.alert.webhook;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esquive.alert.Options;
import org.esquive.alert.Telling;
import org.esquive.alert.Unreachable;
import org.esquive.settings.AlertSettings;

/// A call of a keeper's program with a proof that it is ours. The machine is looked at again for each call:
/// what a name means may change.
public final class SignedCall {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int GONE = 410;
    private static final String NOUN = "a webhook";

    private final WebhookOptions options;
    private final Signature signature;
    private final InstantSource clock;

    private SignedCall(WebhookOptions options, InstantSource clock) {
        this.options = options;
        this.signature = new Signature(options.secrets());
        this.clock = clock;
    }

    /// What is wrong with the options and secrets of a program; none if it can be called.
    public static List<String> problems(AlertSettings settings) {
        return WebhookOptions.problems(settings);
    }

    /// A way to call a program.
    ///
    /// @param settings without [#problems]
    public static SignedCall to(AlertSettings settings, InstantSource clock) {
        return new SignedCall(WebhookOptions.read(new Options(settings, NOUN)), clock);
    }

    /// Calls it, and waits at most half a minute for the answer.
    ///
    /// @param id names what is told; the same if it is told again
    /// @param body JSON
    public Telling post(String id, byte[] body) {
        String host = options.url().getHost();
        try {
            OneCall call = new OneCall(options.url(), options.door().open(options.url()));
            return told(call.post(headers(id, clock.instant(), body), body), host);
        } catch (Door.Closed closed) {
            return new Telling.Failed("url " + closed.why, false);
        } catch (IOException failure) {
            return Unreachable.because(failure, host);
        }
    }

    private Map<String, String> headers(String id, Instant now, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Esquive");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", signature.of(id, now, body));
        return headers;
    }

    private static Telling told(int status, String host) {
        if (status >= OK && status < REDIRECT) {
            return new Telling.Told();
        }
        return new Telling.Failed(
                host + " answered " + status + ": 200 to 299 is expected, redirects are not followed.", status != GONE);
    }
}
