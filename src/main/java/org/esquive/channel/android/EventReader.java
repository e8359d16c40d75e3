package org.esquive.channel.android;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the [body](https://docs.sms-gate.app/features/webhooks/) of a webhook:
/// `{id, webhookId, event, deviceId, payload}`, the payload as the event asks. Unknown fields are passed over; older
/// versions of the app say `phoneNumber` where newer ones say `sender`.
final class EventReader {
    /// How many texts one webhook may carry (`sms:batch:received`).
    static final int MOST_IN_BATCH = 1_000;

    private static final int MOST_DEPTH = 16;
    private static final int LONGEST_STRING = 128 * 1024;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    /// Moments outside these are a phone without a clock, and would not fit a database either.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(LONGEST_STRING)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EventReader() {}

    /// What a body tells, in its order; one event but for batches.
    ///
    /// @throws MalformedEvent if it is no such body
    static List<AndroidEvent> read(byte[] body) throws MalformedEvent {
        JsonNode whole = parse(body);
        JsonNode payload = whole.path("payload");
        return switch (required(whole, "event")) {
            case "sms:received" -> List.of(arrived(whole, payload, Inbound.Kind.TEXT));
            case "sms:batch:received" -> batch(whole, payload, Inbound.Kind.TEXT);
            case "sms:data-received", "mms:received" -> List.of(arrived(whole, payload, Inbound.Kind.OTHER));
            case "sms:batch:data-received", "mms:batch:received" -> batch(whole, payload, Inbound.Kind.OTHER);
            case "sms:sent" -> List.of(news(payload, Receipt.State.SENT, "sentAt"));
            case "sms:delivered" -> List.of(news(payload, Receipt.State.DELIVERED, "deliveredAt"));
            case "sms:failed" -> List.of(news(payload, Receipt.State.FAILED, "failedAt"));
            case "sms:cancelled" -> List.of(news(payload, Receipt.State.FAILED, "cancelledAt"));
            case "system:ping", "app:started" -> List.of(new AndroidEvent.Ping());
            default -> List.of(new AndroidEvent.Foreign());
        };
    }

    private static JsonNode parse(byte[] body) throws MalformedEvent {
        try {
            JsonNode whole = JSON.readTree(body);
            if (!whole.isObject()) {
                throw new MalformedEvent("expected a JSON object");
            }
            return whole;
        } catch (JacksonException notJson) {
            throw new MalformedEvent("expected JSON of modest size and depth");
        }
    }

    private static List<AndroidEvent> batch(JsonNode whole, JsonNode payload, Inbound.Kind kind) throws MalformedEvent {
        JsonNode messages = payload.path("messages");
        if (!messages.isArray() || messages.size() > MOST_IN_BATCH) {
            throw new MalformedEvent("expected payload.messages to be a list of at most " + MOST_IN_BATCH);
        }
        List<AndroidEvent> events = new ArrayList<>();
        for (JsonNode message : messages) {
            events.add(arrived(whole, message, kind));
        }
        return events;
    }

    private static AndroidEvent.Arrived arrived(JsonNode whole, JsonNode payload, Inbound.Kind kind)
            throws MalformedEvent {
        if (!payload.isObject()) {
            throw new MalformedEvent("expected a payload");
        }
        boolean isText = kind == Inbound.Kind.TEXT;
        String text = isText ? required(payload, "message") : "";
        String sender = payload.path("sender").stringValueOpt().orElseGet(() -> older(payload));
        return new AndroidEvent.Arrived(
                kind,
                sender,
                payload.path("recipient").stringValueOpt(),
                sim(payload),
                text,
                moment(payload, "receivedAt"),
                identity(whole, payload, sender));
    }

    private static AndroidEvent.News news(JsonNode payload, Receipt.State state, String when) throws MalformedEvent {
        return new AndroidEvent.News(required(payload, "messageId"), state, moment(payload, when));
    }

    private static String older(JsonNode payload) {
        return payload.path("phoneNumber").stringValueOpt().orElse("");
    }

    private static Optional<Integer> sim(JsonNode payload) {
        JsonNode sim = payload.path("simNumber");
        return sim.isInt() ? Optional.of(sim.intValue()) : Optional.empty();
    }

    private static String required(JsonNode node, String field) throws MalformedEvent {
        Optional<String> value = node.path(field).stringValueOpt();
        return value.orElseThrow(() -> new MalformedEvent("expected a text in the field " + field));
    }

    private static Optional<Instant> moment(JsonNode payload, String field) {
        try {
            Optional<Instant> moment = payload.path(field)
                    .stringValueOpt()
                    .map(value -> OffsetDateTime.parse(value).toInstant());
            return moment.filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The app's own `messageId` comes from the content and is not unique, so a text is known by device, sender,
    /// moment and content together. Without a moment the webhook's id, the same for each retry, stands for it.
    private static Inbound.Identity.Key identity(JsonNode whole, JsonNode payload, String sender) {
        String moment = moment(payload, "receivedAt")
                .map(Instant::toString)
                .orElseGet(() -> whole.path("id").stringValueOpt().orElse(""));
        MessageDigest digest = sha256();
        String device = whole.path("deviceId").stringValueOpt().orElse("");
        for (String part : List.of(device, sender, moment, content(payload))) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new Inbound.Identity.Key("android:" + HexFormat.of().formatHex(digest.digest()));
    }

    private static String content(JsonNode payload) {
        return payload.path("message")
                .stringValueOpt()
                .or(() -> payload.path("data").stringValueOpt())
                .or(() -> payload.path("transactionId").stringValueOpt())
                .orElse("");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
