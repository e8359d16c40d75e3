package org.esquive.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.esquive.channel.Webhook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The webhooks of the app SMS Gateway for Android: builds their bodies, signs them with code of its own, and calls.
public final class AppWebhooks {
    public static final String DEVICE = "ffffffffceb0b1db0000018e937c815b";

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter ON_THE_PHONE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final ZoneOffset PHONE_TIME = ZoneOffset.ofHours(2);

    private final String signingKey;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private int calls;

    public AppWebhooks(String signingKey, InstantSource clock) {
        this.signingKey = signingKey;
        this.clock = clock;
    }

    /// `sms:received`, as versions of 2026 send it.
    public String received(String sender, String text, Instant at) {
        return event("sms:received", payload(sender, at).put("message", text));
    }

    /// The payload of a text, to be changed.
    public ObjectNode payload(String sender, Instant at) {
        ObjectNode payload = JSON.createObjectNode().put("messageId", "c0ffee").put("sender", sender);
        return payload.putNull("recipient").putNull("simNumber").put("receivedAt", onThePhone(at));
    }

    /// `sms:sent`, `sms:delivered`, `sms:failed` or `sms:cancelled`.
    public String news(String event, String messageId) {
        String field = event.substring(event.indexOf(':') + 1) + "At";
        ObjectNode payload = JSON.createObjectNode().put("messageId", messageId).putNull("simNumber");
        return event(event, payload.put(field, onThePhone(clock.instant())));
    }

    /// Any event.
    public String event(String event, ObjectNode payload) {
        calls++;
        ObjectNode whole = JSON.createObjectNode().put("deviceId", DEVICE).put("event", event);
        whole.put("id", "call-" + calls).put("webhookId", "hook-1").set("payload", payload);
        return whole.toString();
    }

    /// A signed call, as the route hands it to the channel.
    public Webhook.Call call(String token, String body) {
        return call(token, body.getBytes(StandardCharsets.UTF_8), timestamp(), null);
    }

    /// A call with parts of one's choice.
    ///
    /// @param signature the signature, or null for the right one
    public Webhook.Call call(String token, byte[] body, String timestamp, @Nullable String signature) {
        String right = signature == null ? sign(body, timestamp) : signature;
        Map<String, List<String>> headers = Map.of("x-timestamp", List.of(timestamp), "x-signature", List.of(right));
        return new Webhook.Call("POST", token, "", headers, body);
    }

    /// Calls over the network; the status that came back.
    public int post(URI address, String body) throws IOException, InterruptedException {
        String timestamp = timestamp();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Timestamp", timestamp)
                .header("X-Signature", sign(body.getBytes(StandardCharsets.UTF_8), timestamp))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    public String timestamp() {
        return String.valueOf(clock.instant().getEpochSecond());
    }

    public String sign(byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(body);
            return HexFormat.of().formatHex(mac.doFinal(timestamp.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String onThePhone(Instant at) {
        return ON_THE_PHONE.format(at.atOffset(PHONE_TIME));
    }
}
