package org.esquive.settings.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.esquive.settings.Delay;
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
    LINE_ID(
            "lines[].id",
            "1 to 32 lower-case letters, digits and dashes, starting with a letter",
            "demo",
            "The short name of the line. Keep it: what was counted hangs on it."),
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
    LINE_LIMITS(
            "lines[].limits",
            "the keys below with their values",
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
    REPLIES_PER_DAY(
            "lines[].limits.replies-per-day",
            "a whole number from 0 to 1000000",
            "200",
            String.valueOf(Limits.USUAL.repliesPerDay()),
            "Replies a day: what an ordinary SIM bears, and what bounds a bill."),
    CHANNELS("channels", "a list of 1 to 100 channels", "- id: phone", "The ways to the phone network."),
    CHANNEL("channels[]", "keys of a channel with their values", "id: phone", "One way to the phone network."),
    CHANNEL_ID(
            "channels[].id",
            "1 to 32 lower-case letters, digits and dashes, starting with a letter",
            "phone",
            "The short name of the channel, by which lines name it."),
    CHANNEL_KIND(
            "channels[].kind",
            "the name of a kind of channel",
            "android",
            "What the channel speaks; each kind has its page in `docs/channels/`."),
    CHANNEL_OPTIONS(
            "channels[].options",
            "at most 100 names with one value each",
            "{url: \"http://192.168.1.20:8080\"}",
            Usual.NONE,
            "What the kind wants to know, and may be shown."),
    OPTION(
            "channels[].options.*",
            "one value of at most 4,000 characters",
            "\"http://192.168.1.20:8080\"",
            "An option of the kind."),
    CHANNEL_SECRETS(
            "channels[].secrets",
            "at most 100 names with one value each",
            "{password: \"…\"}",
            Usual.NONE,
            "What the kind wants to know, and nobody else; stored sealed, shown as `***`."),
    SECRET(
            "channels[].secrets.*",
            "the secret itself, of 1 to 4,000 characters, or *** to keep the one that is stored under this name",
            "\"***\"",
            "A password, token or key of the kind."),
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
    START("texts.*.start", "a text", "\"Your texts are answered again.\"", "What START gets.");

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

    /// The keys that may stand below this one.
    List<Key> below() {
        return under(path + ".");
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

    /// Defaults that are words.
    static final class Usual {
        static final String LANGUAGE = "fr";
        static final String STATUS = "open";
        static final String NONE = "none";

        private Usual() {}
    }
}
