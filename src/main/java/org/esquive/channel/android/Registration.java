package org.esquive.channel.android;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether the app's list of webhooks has one that brings texts to this channel. A list that cannot be read says
/// nothing.
final class Registration {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> EVENTS = Set.of("sms:received", "sms:batch:received");

    private Registration() {}

    /// Whether the list can be read and lacks it.
    ///
    /// @param list the answer to `GET /webhooks`: `[{id, url, event}]`
    /// @param token the last part of our webhook's path
    static boolean isMissing(String list, String token) {
        try {
            JsonNode webhooks = JSON.readTree(list);
            if (!webhooks.isArray()) {
                return false;
            }
            for (JsonNode webhook : webhooks) {
                String url = webhook.path("url").asString("");
                if (EVENTS.contains(webhook.path("event").asString("")) && url.endsWith("/" + token)) {
                    return false;
                }
            }
            return true;
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}
