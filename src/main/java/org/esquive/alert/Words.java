package org.esquive.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.Fingerprint;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;

/// What keepers read of an alert, in their language: a title, a sentence with the figures, what to do. The words
/// stand in
/// `alerts_*.properties`; `{word}` in them is a fact of the alert. There is never a number of a person in them, nor a
/// text.
///
/// @param language one of [#LANGUAGES]
/// @param zone where the keeper reads the clock
public record Words(Locale language, ZoneId zone) {
    /// The languages there are words in.
    public static final List<String> LANGUAGES = List.of("en", "fr");

    /// Causes that one notice tells; of more it says how many.
    static final int MOST_ITEMS = 20;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int DECIMALS_OF_MONEY = 6;
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// The words in a language, or in English if there are none in it.
    public static Words in(String language, ZoneId zone) {
        return new Words(Locale.of(LANGUAGES.contains(language) ? language : "en"), zone);
    }

    /// The words in which the keeper of some settings reads, unless a destination says otherwise: those of the
    /// first line.
    static Words of(Settings settings, Optional<String> language) {
        Optional<Line> first = settings.lines().stream().findFirst();
        return in(
                language.or(() -> first.map(Line::language)).orElse("en"),
                first.map(Line::zone).orElse(ZoneId.of("UTC")));
    }

    /// The causes, urgent ones first.
    List<Notice.Item> items(List<Pile> piles) {
        return piles.stream().map(this::item).toList();
    }

    /// An alert, or several of one cause, in words.
    ///
    /// @param newestFirst alerts, the latest first
    public List<Notice.Item> read(List<Figures.Alert> newestFirst) {
        return items(Pile.runs(newestFirst));
    }

    private Notice.Item item(Pile pile) {
        Figures.Alert alert = pile.latest();
        Map<String, String> facts = facts(alert, pile.count());
        return new Notice.Item(
                alert,
                pile.since(),
                pile.count(),
                filled(variant(alert, "title"), facts),
                says(alert, pile.count(), facts),
                filled(variant(alert, "do"), facts));
    }

    private String says(Figures.Alert alert, long count, Map<String, String> facts) {
        String many = alert.kind() + ".many";
        if (count > 1 && bundle().containsKey(many)) {
            return filled(many, facts);
        }
        String seen = filled(variant(alert, "says"), facts);
        String once = facts.containsKey("node") ? seen + " " + filled("node", facts) : seen;
        return count > 1 ? once + " " + filled("times", facts) : once;
    }

    /// A notice of some causes.
    ///
    /// @param id names it
    Notice notice(String id, Instant now, List<Pile> piles) {
        List<Notice.Item> items = items(piles).stream()
                .sorted(Comparator.comparing(Notice.Item::isUrgent).reversed())
                .toList();
        List<Notice.Item> told = items.subList(0, Math.min(MOST_ITEMS, items.size()));
        String title = told.getFirst().title();
        String subject = items.size() == 1
                ? title
                : filled("several", Map.of("title", title, "more", String.valueOf(items.size() - 1)));
        return new Notice(id, now, language, "Esquive: " + subject, text(told, items.size() - told.size()), told);
    }

    private String text(List<Notice.Item> items, int more) {
        StringBuilder text = new StringBuilder();
        for (Notice.Item item : items) {
            text.append(item.title()).append('\n');
            text.append(item.says()).append('\n');
            text.append(item.advice()).append('\n');
            text.append(time(item)).append("\n\n");
        }
        if (more > 0) {
            text.append(filled("beyond", Map.of("more", String.valueOf(more)))).append("\n\n");
        }
        return text.append(filled("foot", Map.of())).append('\n').toString();
    }

    /// When the alerts of a cause were raised.
    private String time(Notice.Item item) {
        Instant latest = item.latest().at();
        String at = MINUTE.withZone(zone).format(latest);
        String since = MINUTE.withZone(zone).format(item.since());
        return (since.equals(at) ? at : since + " – " + at) + " (" + zone + ")";
    }

    private Map<String, String> facts(Figures.Alert alert, long count) {
        Map<String, String> facts = new HashMap<>(alert.facts());
        facts.put("line", alert.line().value());
        facts.put("count", String.valueOf(count));
        facts.put("sender", alert.sender().map(Fingerprint::brief).orElse("–"));
        String cap = facts.getOrDefault("cap", "");
        if (cap.startsWith("money")) {
            facts.computeIfPresent("spent", (_, micros) -> money(micros));
            facts.computeIfPresent("most", (_, micros) -> money(micros));
        }
        facts.computeIfPresent("cap", (_, word) -> named("cap." + word, word));
        facts.computeIfPresent("scope", (_, word) -> named("scope." + word, word));
        return facts;
    }

    /// Millionths of a currency, to the hundredth.
    private static String money(String micros) {
        return new BigDecimal(micros)
                .movePointLeft(DECIMALS_OF_MONEY)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String named(String key, String otherwise) {
        return bundle().containsKey(key) ? bundle().getString(key) : otherwise;
    }

    /// Some kinds have words of their own for what lies behind them: `FLOOD.says.BOTNET`.
    private String variant(Figures.Alert alert, String part) {
        String key = alert.kind() + "." + part;
        String variant = key + "." + alert.facts().getOrDefault(fork(alert.kind()), "");
        return bundle().containsKey(variant) ? variant : key;
    }

    private static String fork(AlertKind kind) {
        return switch (kind) {
            case FLOOD, BREAKER -> "cause";
            case TROUBLE -> "part";
            case PANIC -> "stopped";
            case CLOCK -> "way";
            case SENDER_LIMIT,
                    FLOOD_OVER,
                    NEIGHBOURS,
                    LIMIT_NEAR,
                    LIMIT_REACHED,
                    CHANNEL_DOWN,
                    CHANNEL_UP,
                    RECEIPTS_FAILING,
                    NO_INBOUND,
                    DISK_LOW,
                    TEST -> "";
        };
    }

    private String filled(String key, Map<String, String> facts) {
        String words = bundle().getString(key);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            words = words.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return words;
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle("alerts", language, NO_OTHER_LANGUAGE);
    }
}
