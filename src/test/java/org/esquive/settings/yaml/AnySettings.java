package org.esquive.settings.yaml;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Keep;
import org.esquive.settings.KeeperPhone;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.Quiet;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.esquive.settings.WebhookSettings;

/// Valid settings of every kind, the same for the same seed.
final class AnySettings {
    private static final List<String> CHARACTERS = Stream.of(
                    "a Z é ß 0 - _ \" ' \\ : # * & ! % @ ` | > { } [ ] , ? ~ \t \n \r \u0000 \u001b \u0085 \u00a0 \u2028"
                            + " \ufeff \ud83d\ude00 \ue000 null true")
            .flatMap(all -> Stream.of(all.split(" ", -1)))
            .toList();

    private final Random random;

    AnySettings(long seed) {
        this.random = new Random(seed);
    }

    Settings next() {
        var ids = List.of("phone", "null", "no", "a-1").subList(0, 1 + random.nextInt(4));
        var lines = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> line(i, any(ids)))
                .toList();
        var channels = ids.stream()
                .map(id -> new ChannelSettings(
                        id,
                        any(List.of("android", "true", "y")),
                        words(this::text),
                        words(() -> new Secret("s" + text())),
                        caps(),
                        new Prices(
                                any(List.of("EUR", "CHF")),
                                Map.of("+33", (long) random.nextInt(1_000_000), "+1", 7L))));
        var alerts = Stream.of("mail", "no")
                .map(id -> new AlertSettings(
                        id, any(List.of("mail", "true")), words(this::text), words(() -> new Secret("s" + text()))));
        var keepers = List.of(new KeeperPhone(number(9_999), new Secret("ABCDEFGHIJKLMNOP")));
        Map<String, ReplyTexts> texts = new HashMap<>();
        some(List.of("fr", "no", "pt-BR")).forEach(language -> texts.put(language, texts()));
        var webhooks = List.of(new WebhookSettings(
                "null",
                Set.of(any(List.of(WebhookSettings.Event.values()))),
                some(lines.stream().map(Line::id).toList()),
                words(this::text),
                words(() -> new Secret("s" + text()))));
        return new Settings(lines, channels.toList(), texts, alerts.toList(), webhooks, keepers, random.nextBoolean());
    }

    /// The same line under another id and number, of 10,000 reserved for fiction.
    static Line numbered(Line line, int n) {
        return new Line(
                new LineId("line-" + n),
                number(n),
                line.country(),
                line.alsoAnswered(),
                line.zone(),
                line.language(),
                line.channel(),
                line.status(),
                line.timing(),
                line.limits(),
                line.denied(),
                line.keep());
    }

    private Line line(int n, String channel) {
        long shortest = random.nextLong(Delay.LONGEST.toMillis());
        long longest = random.nextLong(shortest, Delay.LONGEST.toMillis() + 1);
        return new Line(
                new LineId(any(List.of("line", "null", "off")) + n),
                number(n),
                new Country("FR"),
                some(List.of(new Country("NO"), new Country("BE"))),
                any(List.of(ZoneId.of("UTC"), ZoneId.of("Europe/Paris"), ZoneId.of("+02:00"))),
                any(List.of("fr", "de")),
                channel,
                any(List.of(Line.Status.values())),
                new Timing(
                        random.nextBoolean()
                                ? Delay.USUAL
                                : new Delay(Duration.ofMillis(shortest), Duration.ofMillis(longest)),
                        optional(new Delay(Duration.ZERO, Duration.ofMillis(random.nextInt(90_000)))),
                        optional(new Quiet(LocalTime.of(random.nextInt(24), 30), LocalTime.of(7, random.nextInt(30))))),
                new Limits(
                        1 + random.nextInt(5),
                        Duration.ofDays(1 + random.nextInt(365)),
                        Duration.ofSeconds(60 + random.nextInt(600_000)),
                        Duration.ofSeconds(random.nextInt(3_601)),
                        caps().laidOver(Limits.USUAL_CAPS),
                        flood()),
                List.copyOf(some(List.of("+3363998", "+1", "+33639980099"))),
                new Keep(any(List.of(Keep.What.values())), Duration.ofHours(1 + random.nextInt(720))));
    }

    /// Of each measure at most one cap, so that none contradicts another; money has a price on every channel.
    private Caps caps() {
        Caps caps = Caps.NONE;
        for (Cap cap : some(List.of(Cap.REPLIES_PER_MONTH, Cap.RECIPIENTS_PER_DAY, Cap.MONEY_PER_MONTH))) {
            caps = caps.with(cap, random.nextBoolean() ? Caps.MOST : 100_000 + random.nextInt(1_000_000));
        }
        return new Caps(caps.most(), random.nextBoolean() ? Map.of() : Map.of("+3361", random.nextInt(1_000_001)));
    }

    private FloodLimits flood() {
        return new FloodLimits(
                random.nextInt(1_000_001),
                random.nextInt(100_000_001),
                random.nextInt(1_001),
                Duration.ofSeconds(60 + random.nextInt(86_341)),
                random.nextInt(51));
    }

    private <T> Optional<T> optional(T value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value);
    }

    private ReplyTexts texts() {
        return new ReplyTexts(
                Stream.generate(this::words).limit(1 + random.nextInt(5)).toList(),
                words(),
                words(),
                words(),
                Optional.of(words()));
    }

    /// What a phone can show.
    private String words() {
        return "Words " + text().replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "");
    }

    private <T> Map<String, T> words(Supplier<T> value) {
        Map<String, T> words = new HashMap<>();
        some(List.of("url", "null", "No", "a.b_c-d")).forEach(name -> words.put(name, value.get()));
        return words;
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(any(CHARACTERS)).append(random.nextInt(4) == 0 ? " " : "");
        }
        return text.toString();
    }

    private static PhoneNumber number(int n) {
        return new PhoneNumber("+3363998%04d".formatted(n));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> Set<T> some(List<T> list) {
        var some = new ArrayList<>(list);
        some.removeIf(_ -> random.nextBoolean());
        return new HashSet<>(some);
    }
}
