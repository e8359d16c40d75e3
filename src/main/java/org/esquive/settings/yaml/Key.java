package org.esquive.settings.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.settings.Cap;
import org.esquive.settings.Delay;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Keep;
import org.esquive.settings.Limits;

/// Every key of a settings document: what may stand there, and what holds if nothing does. The reader takes its
/// words from here, and so do the tests of the sample and of `docs/settings.md`, so that the three cannot
/// disagree.
///
/// In a path `[]` stands for each entry of a list, and `*` for a word of the keeper's.
enum Key implements Slot {
    DOCUMENT("", "the keys lines and channels with their values", "lines:", "All there is."),
    LINES("lines", "a list of 1 to 1,000 lines", "- id: demo", "The numbers that people give out."),
    LINE("lines[]", "keys of a line with their values", "id: demo", "One number."),
    LINE_ID("lines[].id", Usual.SLUG, "demo", "The short name of the line. Keep it: what was counted hangs on it."),
    LINE_NUMBER(
            "lines[].number",
            "a number of the line's country, in international form",
            "\"+33639980010\"",
            "The number people give out. Replies leave from it."),
    LINE_COUNTRY(
            "lines[].country",
            "a country code of two capital letters",
            "FR",
            "Whose plan the number belongs to. Only senders of this country are answered."),
    LINE_CHANNEL(
            "lines[].channel", "the id of a channel", "phone", "The way to the phone network that serves the line."),
    LINE_LANGUAGE(
            "lines[].language",
            "the tag of a language that has texts",
            "fr",
            Usual.LANGUAGE,
            "The language of replies where the sender's country does not say better."),
    LINE_ZONE(
            "lines[].zone",
            "a time zone",
            "Europe/Paris",
            "the usual zone of the country, else " + Zones.OTHERWISE,
            "Where the line's days begin and end: it decides when `replies-per-day` starts again."),
    LINE_DELAY(
            "lines[].delay",
            "two times of at most 24h, the shortest first, or none",
            "20m to 70m",
            Spans.format(Delay.USUAL),
            "How long a reply waits: a moment between the two, each as likely as the other."),
    LINE_COVER(
            "lines[].cover",
            "two times of at most 24h, the shortest first, or none",
            "20s to 120s",
            Usual.NONE,
            "How long a neutral text waits that leaves before the first reply to a sender and reveals nothing; it counts as "
                    + "an answer. Best shorter than the delay."),
    LINE_QUIET(
            "lines[].quiet",
            "two times of the day, or none",
            "22:00 to 07:00",
            Usual.NONE,
            "Hours in which no reply leaves, by the clock of the line's zone; HELP and STOP are answered all the same."),
    LINE_STATUS(
            "lines[].status",
            "open, muted or retired",
            "open",
            Usual.STATUS,
            "`muted` counts texts and answers none; `retired` also tells visitors not to give the number out."),
    LINE_ALSO_ANSWERED(
            "lines[].also-answered",
            "a list of at most 50 country codes",
            "[BE, CH]",
            Usual.NONE,
            "Other countries whose senders are answered."),
    LINE_DENIED(
            "lines[].denied",
            "a list of at most 1,000 numbers or beginnings of numbers, in international form",
            "[\"+3363998\"]",
            Usual.NONE,
            "Numbers that are never answered."),
    LINE_KEEP(
            "lines[].keep",
            "nothing, texts or numbers-and-texts",
            "nothing",
            "nothing",
            "What is kept of what people write, sealed, for keepers to read. Personal data: see `docs/privacy.md`."),
    LINE_KEEP_FOR("lines[].keep-for", "a time of 1h to 30d", "7d", Spans.format(Keep.USUAL), "How long it is kept."),
    LINE_LIMITS(
            "lines[].limits",
            Usual.FIELDS,
            "{replies-per-day: 200}",
            "each limit's own default",
            "How much the line answers."),
    TEXTS_PER_SENDER(
            "lines[].limits.texts-per-sender",
            "a whole number from 1 to 5",
            "5",
            String.valueOf(Limits.USUAL.textsPerSender()),
            "Texts of a sender that may be answered; those that follow meet silence."),
    MEMORY(
            "lines[].limits.memory",
            "a time from 1d to 365d",
            "30d",
            Spans.format(Limits.USUAL.memory()),
            "How long after their last text a sender is forgotten, and may be answered again."),
    STALE(
            "lines[].limits.stale",
            "a time from 1m to 7d",
            "6h",
            Spans.format(Limits.USUAL.stale()),
            "How late a text may arrive and still be answered; a reply later than this is not sent."),
    GAP(
            "lines[].limits.gap",
            "a time of at most 1h, or none",
            "60s",
            Spans.format(Limits.USUAL.gap()),
            "A text that comes so soon after an answer is taken for a machine's, and not answered."),
    REPLIES_PER_MINUTE("lines[].limits.replies-per-minute", Usual.COUNT, "20", Usual.NONE, "Replies a minute."),
    REPLIES_PER_DAY(
            "lines[].limits.replies-per-day",
            Usual.COUNT,
            "200",
            Usual.cap(Cap.REPLIES_PER_DAY),
            "Replies a day: what an ordinary SIM bears, and what bounds a bill."),
    REPLIES_PER_MONTH("lines[].limits.replies-per-month", Usual.COUNT, "200", Usual.NONE, "Replies a month."),
    RECIPIENTS_PER_DAY(
            "lines[].limits.recipients-per-day",
            Usual.COUNT,
            "200",
            Usual.NONE,
            "Different people replied to in a day."),
    RECIPIENTS_PER_MONTH(
            "lines[].limits.recipients-per-month",
            Usual.COUNT,
            "200",
            Usual.NONE,
            "Different people replied to in a month: what the plan of an ordinary SIM limits first."),
    NEW_RECIPIENTS_PER_HOUR(
            "lines[].limits.new-recipients-per-hour",
            Usual.COUNT,
            "200",
            Usual.cap(Cap.NEW_RECIPIENTS_PER_HOUR),
            "People replied to in an hour who never were before: what bounds how many a forger can reach."),
    NEW_RECIPIENTS_PER_DAY(
            "lines[].limits.new-recipients-per-day",
            Usual.COUNT,
            "200",
            Usual.cap(Cap.NEW_RECIPIENTS_PER_DAY),
            "The same in a day."),
    MONEY_PER_DAY(
            "lines[].limits.money-per-day",
            Usual.MONEY,
            "10.00",
            Usual.NONE,
            "What the replies of a day may cost, in the currency of the channel's prices."),
    MONEY_PER_MONTH("lines[].limits.money-per-month", Usual.MONEY, "10.00", Usual.NONE, "The same in a month."),
    PER_PREFIX(
            "lines[].limits.per-prefix",
            "at most 100 beginnings of numbers with replies a day",
            "{\"+3361\": 20}",
            Usual.NONE,
            "Replies a day to numbers that begin alike."),
    PREFIX(
            "lines[].limits.per-prefix.*",
            "a whole number from 0 to 1000000",
            "20",
            "Replies a day to the numbers that begin so."),
    FLOOD(
            "lines[].flood",
            Usual.FIELDS,
            "{senders-per-minute: 20}",
            "each key's own default",
            "When what comes in is a flood: then texts are counted and not answered."),
    FLOOD_SENDERS(
            "lines[].flood.senders-per-minute",
            "a whole number from 0 to 1000000",
            "20",
            String.valueOf(FloodLimits.USUAL.sendersPerMinute()),
            "New people a minute that are a flood, or five times what the line is used to, if that is more; 0 looks away."),
    FLOOD_TEXTS(
            "lines[].flood.texts-per-minute",
            "a whole number from 0 to 100000000",
            "60",
            String.valueOf(FloodLimits.USUAL.textsPerMinute()),
            "The same for texts, whoever sends them."),
    FLOOD_NEIGHBOURS(
            "lines[].flood.neighbours",
            "a whole number from 0 to 1000",
            "10",
            String.valueOf(FloodLimits.USUAL.neighbours()),
            "When more people than this of one block of 1,000 numbers text within ten minutes, the block is not answered; "
                    + "0 looks away."),
    FLOOD_CALM(
            "lines[].flood.calm",
            "a time from 1m to 24h",
            "15m",
            Spans.format(FloodLimits.USUAL.calm()),
            "How long it must be quiet until the flood is over."),
    FLOOD_SAMPLE(
            "lines[].flood.sample",
            "a whole number from 0 to 50",
            "5",
            String.valueOf(FloodLimits.USUAL.sample()),
            "How many of 100 are answered in a flood."),
    CHANNELS("channels", "a list of 1 to 100 channels", "- id: phone", "The ways to the phone network."),
    CHANNEL("channels[]", "keys of a channel with their values", "id: phone", "One way to the phone network."),
    CHANNEL_ID("channels[].id", Usual.SLUG, "phone", "The short name of the channel, by which lines name it."),
    CHANNEL_KIND(
            "channels[].kind",
            "the name of a kind of channel",
            "android",
            "What the channel speaks; each kind has its page in `docs/channels/`."),
    CHANNEL_OPTIONS("channels[].options", Usual.OPTIONS, "{url: \"http://…\"}", Usual.NONE, Usual.OPTIONS_MEANING),
    OPTION("channels[].options.*", Usual.OPTION, "\"http://192.168.1.20:8080\"", "An option of the kind."),
    CHANNEL_SECRETS("channels[].secrets", Usual.OPTIONS, "{password: \"…\"}", Usual.NONE, Usual.SECRETS_MEANING),
    SECRET("channels[].secrets.*", Usual.SECRET, "\"***\"", "A password, token or key of the kind."),
    CHANNEL_LIMITS(
            "channels[].limits",
            Usual.FIELDS,
            "{money-per-day: 10.00}",
            Usual.OF_KIND,
            "How much all lines of the channel say together: the keys of a line's limits from `replies-per-minute` to "
                    + "`per-prefix`. What is not named is as the kind bears it."),
    CURRENCY("channels[].currency", "three capital letters", "EUR", "EUR", "What prices and money limits are in."),
    PRICES(
            "channels[].prices",
            "at most 1,000 beginnings of numbers with a price each",
            "{\"+33\": 0.07627}",
            Usual.NONE,
            "What a segment costs, by the beginning of the number. If there are prices, a number that has none is not "
                    + "answered."),
    PRICE("channels[].prices.*", "an amount from 0 to 100", "0.07627", "The price of a segment to such a number."),
    TEXTS(
            "texts",
            "reply texts of at most 50 languages, by language tag",
            "{fr: …}",
            "the shipped texts",
            "Replies in your own words. They replace the shipped texts of that language."),
    LANGUAGE_TEXTS(
            "texts.*", "the keys ladder, help, stop and start with their texts", "fr:", "The texts of one language."),
    LADDER(
            "texts.*.ladder",
            "a list of 1 to 5 texts",
            "[\"The person did not wish this contact.\"]",
            "What the first, second … fifth text of a sender gets; the last entry serves for those that follow."),
    HELP(
            "texts.*.help",
            "a text",
            "\"This is an automatic number, not an emergency service. In danger call 112.\"",
            "What HELP gets: what this number is, and where help is."),
    STOP("texts.*.stop", "a text", "\"Nothing more will be sent to you.\"", "What STOP gets, once."),
    START("texts.*.start", "a text", "\"Your texts are answered again.\"", "What START gets."),
    COVER(
            "texts.*.cover",
            "a text",
            "\"I cannot answer now, I will write later.\"",
            Usual.NONE,
            "A neutral word that leaves before the first reply, on lines that have `cover`."),
    ALERTS(
            "alerts",
            "a list of at most 20 ways to tell a keeper",
            "- id: mail",
            Usual.NONE,
            "Who is told of trouble, and how; `docs/alerts.md` has the kinds."),
    ALERT("alerts[]", "keys of a way to tell a keeper", "id: mail", "One way."),
    ALERT_ID("alerts[].id", Usual.SLUG, "mail", "Its short name."),
    ALERT_KIND("alerts[].kind", "the name of a kind of alert", "mail", "How it tells: mail, ntfy, webhook or text."),
    ALERT_OPTIONS("alerts[].options", Usual.OPTIONS, "{to: keeper@example.org}", Usual.NONE, Usual.OPTIONS_MEANING),
    ALERT_OPTION("alerts[].options.*", Usual.OPTION, "keeper@example.org", "An option of the kind."),
    ALERT_SECRETS("alerts[].secrets", Usual.OPTIONS, "{password: \"…\"}", Usual.NONE, Usual.SECRETS_MEANING),
    ALERT_SECRET("alerts[].secrets.*", Usual.SECRET, "\"***\"", "A password, token or key of the kind."),
    WEBHOOKS(
            "webhooks",
            "a list of at most 20 programs",
            "- id: tracker",
            Usual.NONE,
            "Programs of yours that are told what happens, as it happens; `docs/api.md` says what."),
    WEBHOOK("webhooks[]", "keys of a webhook with their values", "id: tracker", "One program."),
    WEBHOOK_ID("webhooks[].id", Usual.SLUG, "tracker", "Its short name."),
    WEBHOOK_EVENTS("webhooks[].events", Usual.EVENTS, "[decision]", Usual.ALL, "What it is told of."),
    WEBHOOK_LINES("webhooks[].lines", "a list of ids of lines", "[demo]", Usual.ALL, "Of which lines."),
    WEBHOOK_OPTIONS("webhooks[].options", Usual.OPTIONS, "{url: …}", Usual.NONE, "`url` and `allow-private`."),
    WEBHOOK_OPTION("webhooks[].options.*", Usual.OPTION, "https://example.org/esquive", "One of them."),
    WEBHOOK_SECRETS("webhooks[].secrets", Usual.OPTIONS, "{signing-secret: …}", Usual.NONE, Usual.SECRETS_MEANING),
    WEBHOOK_SECRET("webhooks[].secrets.*", Usual.SECRET, "\"***\"", "`signing-secret`, and `signing-secret-2`."),
    KEEPERS(
            "keepers",
            "a list of at most 20 phones",
            "- number: \"+33639980020\"",
            Usual.NONE,
            "Phones from which the text `PANIC 123456`, with the code of an authenticator app, stops all replies."),
    KEEPER("keepers[]", "keys of a keeper's phone", "number: \"+33639980020\"", "One phone."),
    KEEPER_NUMBER(
            "keepers[].number", "a number in international form", "\"+33639980020\"", "The phone; no line answers it."),
    KEEPER_SECRET(
            "keepers[].secret",
            "16 to 128 letters A to Z and digits 2 to 7, or *** to keep the one that is stored for this number",
            "\"***\"",
            "What the authenticator app and Esquive share; stored sealed, shown as `***`."),
    PANIC("panic", "true or false", "false", "false", "Whether all replies are stopped, on every line.");

    private static final String REQUIRED = "required";

    private final String path;
    private final String range;
    private final String example;
    private final String usual;
    private final String meaning;

    Key(String path, String range, String example, String meaning) {
        this(path, range, example, REQUIRED, meaning);
    }

    Key(String path, String range, String example, String usual, String meaning) {
        this.path = path;
        this.range = range;
        this.example = example;
        this.usual = usual;
        this.meaning = meaning;
    }

    /// Where it stands.
    String path() {
        return path;
    }

    /// What may stand there.
    String range() {
        return range;
    }

    /// What holds if nothing stands there, in words or as it would be written; `required` if something must.
    String usual() {
        return usual;
    }

    /// What it does, in a sentence for keepers.
    String meaning() {
        return meaning;
    }

    /// The range with an example, as an error says it.
    @Override
    public String expected() {
        return range + ", such as " + example;
    }

    /// The last part of the path: what a keeper types.
    @Override
    public String word() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// Whether what stands there is never shown.
    boolean isSecret() {
        return this == SECRET || this == ALERT_SECRET || this == WEBHOOK_SECRET || this == KEEPER_SECRET;
    }

    /// The keys that may stand below this one.
    List<Key> below() {
        return under(path + ".");
    }

    /// The key of a cap, of a line or a channel.
    static Key of(Cap cap) {
        return LINE_LIMITS.below().stream()
                .filter(key -> key.word().equals(cap.word()))
                .findFirst()
                .orElseThrow();
    }

    /// The keys that limits of lines and channels have in common.
    static List<Key> caps() {
        return Stream.concat(Arrays.stream(Cap.values()).map(Key::of), Stream.of(PER_PREFIX))
                .toList();
    }

    /// The keys of the whole document.
    static List<Key> top() {
        return under("");
    }

    private static List<Key> under(String prefix) {
        return Arrays.stream(values())
                .filter(key -> key.path.startsWith(prefix))
                .filter(key -> isWord(key.path.substring(prefix.length())))
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean isWord(String rest) {
        return !rest.isEmpty() && rest.chars().allMatch(c -> c == '-' || Character.isLetter(c));
    }
}
