package org.esquive.channel.android;

import java.nio.charset.StandardCharsets;
import org.esquive.message.Outbound;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The [request](https://docs.sms-gate.app/features/sending-messages/) to send a text. Its `id` is our reference:
/// the server takes an id once, and receipts carry it. `ttl` keeps a phone that was off from sending yesterday's
/// replies.
final class MessageBody {
    private static final JsonMapper JSON = new JsonMapper();

    private MessageBody() {}

    static byte[] of(Outbound outbound, AndroidOptions options) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", outbound.reference());
        body.putObject("textMessage").put("text", outbound.text());
        body.putArray("phoneNumbers").add(outbound.to().e164());
        options.simOf(outbound.line()).ifPresent(sim -> body.put("simNumber", sim));
        body.put("withDeliveryReport", true);
        body.put("ttl", options.ttl().toSeconds());
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
