package org.esquive.alert.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.esquive.alert.Notice;
import org.esquive.message.Fingerprint;
import tools.jackson.databind.json.JsonMapper;

/// What a webhook is told, as JSON: `type`, `timestamp` and `data`, as the standard advises. Names and their
/// meaning are in
/// `docs/alerts.md`; they may become more, and none goes away.
///
/// @param type `alert`
/// @param timestamp when the notice was made
record Body(String type, String timestamp, Told data) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The notice.
    record Told(String language, String subject, boolean urgent, List<Item> items) {}

    /// A cause.
    ///
    /// @param count how many alerts of that cause there are
    /// @param since when the first was raised
    /// @param at when the latest was raised
    /// @param sender a brief fingerprint, or empty
    /// @param facts the figures
    record Item(
            String kind,
            String line,
            long count,
            String since,
            String at,
            String sender,
            String title,
            String text,
            String advice,
            Map<String, String> facts) {

        private static Item of(Notice.Item item) {
            return new Item(
                    item.kind().name(),
                    item.latest().line().value(),
                    item.count(),
                    item.since().toString(),
                    item.latest().at().toString(),
                    item.latest().sender().map(Fingerprint::brief).orElse(""),
                    item.title(),
                    item.says(),
                    item.advice(),
                    item.latest().facts());
        }
    }

    /// The bytes that are signed and sent.
    static byte[] of(Notice notice, Instant now) {
        List<Item> items = notice.items().stream().map(Item::of).toList();
        Told data = new Told(notice.language().getLanguage(), notice.subject(), notice.isUrgent(), items);
        return JSON.writeValueAsBytes(new Body("alert", now.toString(), data));
    }
}
