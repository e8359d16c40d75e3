package org.esquive.settings.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.Findings;
import org.esquive.settings.Keep;
import org.esquive.settings.KeeperPhone;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.esquive.settings.Validation;
import org.esquive.settings.WebhookSettings;
import org.esquive.settings.WebhookSettings.Event;
import org.yaml.snakeyaml.nodes.Node;

/// Builds settings from a document, field by field. A field that cannot be read is a problem and gets a stand-in,
/// so that one reading names every problem; settings with a stand-in never leave this class.
final class SettingsReader {
    /// Most options or secrets of a channel.
    private static final int MOST_NAMES = 100;
    /// Longest option or secret, in characters.
    private static final int LONGEST_VALUE = 4_000;

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9][0-9 ().-]{4,30}");
    private static final Pattern DENIED = Pattern.compile("\\+[1-9][0-9]{0,14}");
    private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]{16,128}");

    /// Stands in for a country that cannot be read: the code that ISO 3166-1 leaves to users.
    private static final Country NO_COUNTRY = new Country("ZZ");

    private final Problems problems = new Problems();
    private final SecretReader secrets;

    private SettingsReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    static Reading read(String yaml, SecretReader secrets) {
        SettingsReader reader = new SettingsReader(secrets);
        Optional<Node> root = Document.root(yaml, reader.problems);
        return reader.problems.isEmpty() ? reader.read(root) : new Reading.Invalid(reader.problems.list());
    }

    private Reading read(Optional<Node> root) {
        Section top = Section.top(root, problems).knowing(Key.top());
        Settings settings = new Settings(
                lines(top.at(Key.LINES).present()),
                channels(top.at(Key.CHANNELS).present()),
                texts(top.at(Key.TEXTS)),
                alerts(top.at(Key.ALERTS)),
                webhooks(top.at(Key.WEBHOOKS)),
                keepers(top.at(Key.KEEPERS)),
                top.at(Key.PANIC).optional(SettingsReader::truth, false));
        Findings findings = Validation.of(settings, ShippedTexts.LANGUAGES, ShippedCountries.load());
        problems.addFound(findings.problems());
        return problems.isEmpty()
                ? new Reading.Valid(settings, findings.warnings())
                : new Reading.Invalid(problems.list());
    }

    private List<Line> lines(Field list) {
        List<Line> lines = new ArrayList<>();
        for (Field entry : list.entries(Key.LINE)) {
            lines.add(line(entry.present().section().knowing(Key.LINE.below()), lines.size()));
        }
        return lines;
    }

    private Line line(Section keys, int position) {
        Field countryField = keys.at(Key.LINE_COUNTRY);
        Country country = countryField.required(SettingsReader::country, NO_COUNTRY);
        Field number = keys.at(Key.LINE_NUMBER);
        PhoneNumber unreadable = new PhoneNumber("+999000" + (100_000 + position));
        PhoneNumber readable = number.required(word -> number(word, country), unreadable);
        if (country.equals(NO_COUNTRY)) {
            problems.silence(number.path());
        }
        return new Line(
                keys.at(Key.LINE_ID).required(SettingsReader::lineId, new LineId("unreadable-" + position)),
                readable,
                country,
                Set.copyOf(keys.at(Key.LINE_ALSO_ANSWERED).all(SettingsReader::country)),
                keys.at(Key.LINE_ZONE).optional(Zones::named, Zones.of(country)),
                keys.at(Key.LINE_LANGUAGE).optional(word -> fitting(LANGUAGE, word), Usual.LANGUAGE),
                keys.at(Key.LINE_CHANNEL).required(word -> fitting(SLUG, word), ""),
                keys.at(Key.LINE_STATUS).optional(SettingsReader::status, Line.Status.OPEN),
                timing(keys),
                LimitsReader.limits(
                        keys.at(Key.LINE_LIMITS).section().knowing(Key.LINE_LIMITS.below()),
                        LimitsReader.flood(keys.at(Key.FLOOD).section().knowing(Key.FLOOD.below()))),
                keys.at(Key.LINE_DENIED).all(word -> fitting(DENIED, word)),
                new Keep(
                        keys.at(Key.LINE_KEEP).optional(Keep.What::of, Keep.What.NOTHING),
                        keys.at(Key.LINE_KEEP_FOR)
                                .optional(word -> Spans.span(word, Keep.LEAST, Keep.MOST), Keep.USUAL)));
    }

    private static Timing timing(Section keys) {
        return new Timing(
                keys.at(Key.LINE_DELAY).optional(Spans::delay, Delay.USUAL),
                keys.at(Key.LINE_COVER).optional(SettingsReader::cover, Optional.empty()),
                keys.at(Key.LINE_QUIET).optional(LimitsReader::quiet, Optional.empty()));
    }

    /// No cover is something else than a cover at once.
    private static Optional<Optional<Delay>> cover(String words) {
        boolean none = words.equals(Usual.NONE);
        Optional<Delay> cover = none ? Optional.empty() : Spans.delay(words);
        return none || cover.isPresent() ? Optional.of(cover) : Optional.empty();
    }

    private List<ChannelSettings> channels(Field list) {
        return list.entries(Key.CHANNEL).stream()
                .map(entry -> channel(entry.present().section().knowing(Key.CHANNEL.below())))
                .toList();
    }

    private ChannelSettings channel(Section keys) {
        String id = keys.at(Key.CHANNEL_ID).required(word -> fitting(SLUG, word), "");
        return new ChannelSettings(
                id,
                keys.at(Key.CHANNEL_KIND).required(word -> fitting(SLUG, word), ""),
                options(keys.at(Key.CHANNEL_OPTIONS), Key.OPTION),
                secrets(keys.at(Key.CHANNEL_SECRETS), Key.SECRET, "channels." + id),
                LimitsReader.caps(keys.at(Key.CHANNEL_LIMITS).section().knowing(Key.caps())),
                LimitsReader.prices(keys));
    }

    private List<AlertSettings> alerts(Field list) {
        return list.entries(Key.ALERT).stream()
                .map(entry -> alert(entry.present().section().knowing(Key.ALERT.below())))
                .toList();
    }

    private AlertSettings alert(Section keys) {
        String id = keys.at(Key.ALERT_ID).required(word -> fitting(SLUG, word), "");
        return new AlertSettings(
                id,
                keys.at(Key.ALERT_KIND).required(word -> fitting(SLUG, word), ""),
                options(keys.at(Key.ALERT_OPTIONS), Key.ALERT_OPTION),
                secrets(keys.at(Key.ALERT_SECRETS), Key.ALERT_SECRET, "alerts." + id));
    }

    private List<WebhookSettings> webhooks(Field list) {
        return list.entries(Key.WEBHOOK).stream()
                .map(entry -> webhook(entry.present().section().knowing(Key.WEBHOOK.below())))
                .toList();
    }

    private WebhookSettings webhook(Section keys) {
        String id = keys.at(Key.WEBHOOK_ID).required(word -> fitting(SLUG, word), "");
        List<Event> events = keys.at(Key.WEBHOOK_EVENTS).all(SettingsReader::event);
        return new WebhookSettings(
                id,
                Set.copyOf(events.isEmpty() ? List.of(Event.values()) : events),
                Set.copyOf(keys.at(Key.WEBHOOK_LINES).all(SettingsReader::lineId)),
                options(keys.at(Key.WEBHOOK_OPTIONS), Key.WEBHOOK_OPTION),
                secrets(keys.at(Key.WEBHOOK_SECRETS), Key.WEBHOOK_SECRET, "webhooks." + id));
    }

    private List<KeeperPhone> keepers(Field list) {
        return list.entries(Key.KEEPER).stream()
                .map(entry -> keeper(entry.present().section().knowing(Key.KEEPER.below())))
                .toList();
    }

    private KeeperPhone keeper(Section keys) {
        PhoneNumber number = keys.at(Key.KEEPER_NUMBER)
                .required(word -> fitting(E164, word).map(PhoneNumber::new), new PhoneNumber("+999000000000"));
        Secret secret = keys.at(Key.KEEPER_SECRET)
                .required(
                        word -> secrets.read("keepers", number.e164(), word)
                                .filter(found -> BASE32.matcher(found.reveal()).matches()),
                        new Secret(""));
        return new KeeperPhone(number, secret);
    }

    private static Map<String, String> options(Field field, Key entry) {
        Map<String, String> options = new HashMap<>();
        named(field, entry).forEach((name, option) -> options.put(name, option.required(SettingsReader::value, "")));
        return options;
    }

    private Map<String, Secret> secrets(Field field, Key entry, String owner) {
        Map<String, Secret> hidden = new HashMap<>();
        named(field, entry)
                .forEach((name, secret) ->
                        hidden.put(name, secret.required(word -> secret(owner, name, word), new Secret(""))));
        return hidden;
    }

    private static Map<String, Field> named(Field field, Key entry) {
        Map<String, Field> fields = field.section()
                .named(entry, NAME, "1 to 64 letters, digits, dots, dashes and underscores, such as base-url");
        if (fields.size() > MOST_NAMES) {
            field.problem("%,d names".formatted(fields.size()));
        }
        return fields;
    }

    private Map<String, ReplyTexts> texts(Field field) {
        Map<String, ReplyTexts> texts = new HashMap<>();
        field.section()
                .named(Key.LANGUAGE_TEXTS, LANGUAGE, "a language tag, such as fr or pt-BR")
                .forEach((language, keys) ->
                        texts.put(language, replyTexts(keys.present().section())));
        return texts;
    }

    /// The texts of one language.
    static ReplyTexts replyTexts(Section keys) {
        keys.knowing(Key.LANGUAGE_TEXTS.below());
        Field ladder = keys.at(Key.LADDER).present();
        List<String> rungs = ladder.all(Optional::of);
        if (!ladder.isAbsent() && (rungs.isEmpty() || rungs.size() > ReplyTexts.MOST_RUNGS)) {
            ladder.problem(rungs.size() + " texts");
        }
        return new ReplyTexts(
                rungs.isEmpty() ? List.of("-") : rungs.subList(0, Math.min(rungs.size(), ReplyTexts.MOST_RUNGS)),
                keys.at(Key.HELP).required(Optional::of, "-"),
                keys.at(Key.STOP).required(Optional::of, "-"),
                keys.at(Key.START).required(Optional::of, "-"),
                keys.at(Key.COVER).optional(word -> Optional.of(Optional.of(word)), Optional.empty()));
    }

    private Optional<Secret> secret(String owner, String name, String written) {
        return secrets.read(owner, name, written)
                .filter(secret -> secret.reveal().length() <= LONGEST_VALUE);
    }

    private static Optional<String> value(String word) {
        return Optional.of(word).filter(text -> text.length() <= LONGEST_VALUE);
    }

    private static Optional<String> fitting(Pattern form, String word) {
        return Optional.of(word).filter(form.asMatchPredicate());
    }

    private static Optional<Country> country(String word) {
        return fitting(COUNTRY, word).map(Country::new);
    }

    /// The number as typed internationally, or as it is dialled in its country; whether it is valid is checked
    /// later.
    private static Optional<PhoneNumber> number(String word, Country country) {
        return fitting(E164, word)
                .map(PhoneNumber::new)
                .or(() -> fitting(DIALLED, word)
                        .flatMap(digits -> Numbering.read(digits, country))
                        .flatMap(reading -> fitting(E164, reading.e164()))
                        .map(PhoneNumber::new));
    }

    private static Optional<LineId> lineId(String word) {
        return fitting(SLUG, word).map(LineId::new);
    }

    private static Optional<Line.Status> status(String word) {
        return Arrays.stream(Line.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<Event> event(String word) {
        return Arrays.stream(Event.values())
                .filter(event -> event.word().equals(word))
                .findFirst();
    }

    private static Optional<Boolean> truth(String word) {
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
