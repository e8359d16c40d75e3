package org.esquive.settings.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.KeeperPhone;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.Measure;
import org.esquive.settings.Prices;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.WebhookSettings;
import org.esquive.settings.WebhookSettings.Event;

/// Writes settings in the shape of the sample, every default spelled out, so that a stored version means the same
/// for ever.
final class SettingsWriter {
    private static final Pattern PLAIN = Pattern.compile("(?!null$)[A-Za-z][A-Za-z0-9/_-]*");

    private final StringBuilder yaml = new StringBuilder();
    private final Function<Secret, String> secret;

    SettingsWriter(Function<Secret, String> secret) {
        this.secret = secret;
    }

    String write(Settings settings) {
        yaml.append("# Settings of Esquive. Every key is explained in docs/settings.md.\n");
        list("lines", settings.lines().isEmpty());
        settings.lines().forEach(this::line);
        list("channels", settings.channels().isEmpty());
        settings.channels().forEach(this::channel);
        if (!settings.texts().isEmpty()) {
            yaml.append("texts:\n");
            new TreeMap<>(settings.texts()).forEach(this::texts);
        }
        if (!settings.alerts().isEmpty()) {
            yaml.append("alerts:\n");
            settings.alerts().forEach(this::alert);
        }
        if (!settings.webhooks().isEmpty()) {
            yaml.append("webhooks:\n");
            settings.webhooks().forEach(this::webhook);
        }
        if (!settings.keepers().isEmpty()) {
            yaml.append("keepers:\n");
            settings.keepers().forEach(this::keeper);
        }
        if (settings.panic()) {
            yaml.append("panic: true\n");
        }
        return yaml.toString();
    }

    private void list(String key, boolean isEmpty) {
        yaml.append(key).append(isEmpty ? ": []\n" : ":\n");
    }

    private void line(Line line) {
        yaml.append("  - id: ").append(scalar(line.id().value())).append('\n');
        put("number", quoted(line.number().e164()));
        put("country", line.country().code());
        put("channel", scalar(line.channel()));
        put("language", scalar(line.language()));
        put("zone", scalar(line.zone().getId()));
        put("delay", Spans.format(line.timing().delay()));
        line.timing().cover().ifPresent(cover -> put("cover", cover.longest().isZero() ? "0s" : Spans.format(cover)));
        line.timing().quiet().ifPresent(quiet -> put("quiet", quoted(quiet.from() + " to " + quiet.to())));
        put("status", line.status().name().toLowerCase(Locale.ROOT));
        if (!line.alsoAnswered().isEmpty()) {
            put(
                    "also-answered",
                    flow(line.alsoAnswered().stream()
                            .map(Country::code)
                            .sorted()
                            .toList()));
        }
        if (!line.denied().isEmpty()) {
            put(
                    "denied",
                    flow(line.denied().stream().map(SettingsWriter::quoted).toList()));
        }
        if (line.keeps()) {
            put("keep", line.keep().what().word());
            put("keep-for", Spans.format(line.keep().span()));
        }
        put("limits", limits(line.limits()));
        put("flood", flood(line.limits().flood()));
    }

    private static String limits(Limits limits) {
        return "{texts-per-sender: %d, memory: %s, stale: %s, gap: %s%s}"
                .formatted(
                        limits.textsPerSender(),
                        Spans.format(limits.memory()),
                        Spans.format(limits.stale()),
                        Spans.format(limits.gap()),
                        caps(limits.caps(), Limits.USUAL_CAPS));
    }

    /// The caps that are named, and those of the usual that are lifted.
    private static String caps(Caps caps, Caps usual) {
        StringBuilder words = new StringBuilder();
        for (Cap cap : Cap.values()) {
            OptionalLong most = caps.most(cap);
            if (most.isPresent() || usual.most(cap).isPresent()) {
                words.append(", ").append(cap.word()).append(": ").append(most(cap, most.orElse(Caps.MOST)));
            }
        }
        if (!caps.perPrefix().isEmpty()) {
            words.append(", per-prefix: ").append(byPrefix(caps.perPrefix(), String::valueOf));
        }
        return words.toString();
    }

    private static String most(Cap cap, long most) {
        if (most == Caps.MOST) {
            return Usual.NONE;
        }
        return cap.measure() == Measure.MONEY ? LimitsReader.amount(most) : String.valueOf(most);
    }

    private static <T> String byPrefix(Map<String, T> numbers, Function<T, String> word) {
        return new TreeMap<>(numbers)
                .entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + word.apply(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String flood(FloodLimits flood) {
        return "{senders-per-minute: %d, texts-per-minute: %d, neighbours: %d, calm: %s, sample: %d}"
                .formatted(
                        flood.sendersPerMinute(),
                        flood.textsPerMinute(),
                        flood.neighbours(),
                        Spans.format(flood.calm()),
                        flood.sample());
    }

    private void channel(ChannelSettings channel) {
        yaml.append("  - id: ").append(scalar(channel.id())).append('\n');
        put("kind", scalar(channel.kind()));
        named("options", channel.options(), value -> value);
        named("secrets", channel.secrets(), secret);
        String caps = caps(channel.caps(), Caps.NONE);
        if (!caps.isEmpty()) {
            put("limits", "{" + caps.substring(2) + "}");
        }
        Prices prices = channel.prices();
        if (!prices.equals(Prices.NONE)) {
            put("currency", scalar(prices.currency()));
            put("prices", byPrefix(prices.perSegment(), LimitsReader::amount));
        }
    }

    private void alert(AlertSettings alert) {
        yaml.append("  - id: ").append(scalar(alert.id())).append('\n');
        put("kind", scalar(alert.kind()));
        named("options", alert.options(), value -> value);
        named("secrets", alert.secrets(), secret);
    }

    private void webhook(WebhookSettings webhook) {
        yaml.append("  - id: ").append(scalar(webhook.id())).append('\n');
        put("events", flow(webhook.events().stream().sorted().map(Event::word).toList()));
        if (!webhook.lines().isEmpty()) {
            put(
                    "lines",
                    flow(webhook.lines().stream()
                            .map(LineId::value)
                            .sorted()
                            .map(SettingsWriter::scalar)
                            .toList()));
        }
        named("options", webhook.options(), value -> value);
        named("secrets", webhook.secrets(), secret);
    }

    private void keeper(KeeperPhone keeper) {
        yaml.append("  - number: ").append(quoted(keeper.number().e164())).append('\n');
        put("secret", quoted(secret.apply(keeper.secret())));
    }

    private <T> void named(String key, Map<String, T> values, Function<T, String> word) {
        if (!values.isEmpty()) {
            yaml.append("    ").append(key).append(":\n");
            new TreeMap<>(values)
                    .forEach((name, value) -> yaml.append("      ")
                            .append(name)
                            .append(": ")
                            .append(quoted(word.apply(value)))
                            .append('\n'));
        }
    }

    private void texts(String language, ReplyTexts texts) {
        yaml.append("  ").append(language).append(":\n");
        yaml.append("    ladder:\n");
        texts.ladder()
                .forEach(rung -> yaml.append("      - ").append(quoted(rung)).append('\n'));
        put("help", quoted(texts.help()));
        put("stop", quoted(texts.stop()));
        put("start", quoted(texts.start()));
        texts.cover().ifPresent(cover -> put("cover", quoted(cover)));
    }

    private void put(String key, String value) {
        yaml.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private static String flow(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String scalar(String word) {
        return PLAIN.matcher(word).matches() ? word : quoted(word);
    }

    /// A double-quoted scalar. What is not printable everywhere is escaped, so that any string comes back as it
    /// was.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append("\\U%08X".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
