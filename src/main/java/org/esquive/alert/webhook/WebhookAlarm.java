package org.esquive.alert.webhook;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.esquive.alert.Alarm;
import org.esquive.alert.Notice;
import org.esquive.alert.Telling;
import org.esquive.alert.Unreachable;

/// Calls a keeper's program with a notice. The machine is looked at again for each call: what a name means may
/// change.
final class WebhookAlarm implements Alarm {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int GONE = 410;

    private final WebhookOptions options;
    private final Signature signature;
    private final InstantSource clock;

    WebhookAlarm(WebhookOptions options, InstantSource clock) {
        this.options = options;
        this.signature = new Signature(options.secrets());
        this.clock = clock;
    }

    @Override
    public Telling tell(Notice notice) {
        String host = options.url().getHost();
        try {
            OneCall call = new OneCall(options.url(), options.door().open(options.url()));
            byte[] body = Body.of(notice, notice.at());
            return told(call.post(headers(notice.id(), clock.instant(), body), body), host);
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
