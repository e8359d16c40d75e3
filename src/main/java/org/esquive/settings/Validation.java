package org.esquive.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;

/// Checks that the parts of a document agree: what no single value can know of itself. Each finding names its
/// field by the same path a keeper sees in the document. What a kind of channel asks of its options is checked by
/// that kind.
public final class Validation {
    /// Most lines of one installation.
    public static final int MOST_LINES = 1_000;
    /// Most channels of one installation.
    public static final int MOST_CHANNELS = 100;
    /// Most languages a keeper may write texts in.
    public static final int MOST_LANGUAGES = 50;
    /// Most countries that a line answers besides its own.
    public static final int MOST_COUNTRIES = 50;
    /// Most ways to tell a keeper.
    public static final int MOST_ALERTS = 20;
    /// Most programs that are told what happens.
    public static final int MOST_WEBHOOKS = 20;
    /// Most phones of keepers.
    public static final int MOST_KEEPERS = 20;
    /// Most denied prefixes of a line.
    public static final int MOST_DENIED = 1_000;
    /// A reply that may leave sooner than this may find the sender beside the person who gave the number.
    public static final Duration SAFE_DELAY = Duration.ofMinutes(5);

    private final Settings settings;
    private final Set<String> languages;
    private final Countries countries;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Validation(Settings settings, Set<String> shipped, Countries countries) {
        this.settings = settings;
        this.countries = countries;
        this.languages = new HashSet<>(shipped);
        this.languages.addAll(settings.texts().keySet());
    }

    /// Everything that is wrong with some settings, and everything worth a warning.
    ///
    /// @param shipped the languages that have texts without the keeper's
    /// @param countries what is special about each country
    public static Findings of(Settings settings, Set<String> shipped, Countries countries) {
        Validation validation = new Validation(settings, shipped, countries);
        validation.checkLines();
        validation.checkChannels();
        validation.checkCount("texts", settings.texts().size(), 0, MOST_LANGUAGES);
        new TreeMap<>(settings.texts()).forEach(validation::checkTexts);
        validation.checkAlerts();
        validation.checkWebhooks();
        return new Findings(validation.problems, validation.warnings);
    }

    private void checkLines() {
        checkCount("lines", settings.lines().size(), 1, MOST_LINES);
        Set<String> ids = new HashSet<>();
        Set<PhoneNumber> numbers = new HashSet<>();
        for (int i = 0; i < settings.lines().size(); i++) {
            Line line = settings.lines().get(i);
            String path = "lines[" + i + "]";
            if (!ids.add(line.id().value())) {
                problem(path + ".id", "an id that another line has", "a different id for each line, such as demo-2");
            }
            if (!numbers.add(line.number())) {
                problem(path + ".number", "a number that another line has", "a different number for each line");
            }
            checkLine(path, line);
        }
    }

    private void checkLine(String path, Line line) {
        add(CountryCheck.of(path, line, countries));
        if (Numbering.hasPlan(line.country())) {
            checkNumber(path + ".number", line);
        }
        checkReferences(path, line);
        checkCount(path + ".also-answered", line.alsoAnswered().size(), 0, MOST_COUNTRIES);
        checkCount(path + ".denied", line.denied().size(), 0, MOST_DENIED);
        if (line.timing().delay().shortest().compareTo(SAFE_DELAY) < 0) {
            warn(
                    path + ".delay",
                    "a reply may arrive while the sender still stands beside the person who gave the number; "
                            + "unless this line is a demonstration, use 20m to 70m");
        }
        if (line.keeps()) {
            warn(
                    path + ".keep",
                    "what people write is personal data: keep it only for a purpose you can name, for as short as it takes, "
                            + "and tell people; the privacy page says that this line keeps it");
        }
        checkCover(path, line);
        checkCaps(path + ".limits", line.limits().caps());
        checkMoney(path + ".limits", line.limits().caps(), pricesOf(line));
    }

    private void checkCover(String path, Line line) {
        Optional<Delay> cover = line.timing().cover();
        ReplyTexts own = settings.texts().get(line.language());
        if (cover.isPresent() && own != null && own.cover().isEmpty()) {
            problem(
                    "texts." + line.language() + ".cover",
                    "no cover, which " + path + ".cover asks for",
                    "a neutral text, such as \"I cannot answer now, I will write later.\"");
        }
        if (cover.isPresent()
                && !cover.get()
                        .longest()
                        .minus(line.timing().delay().shortest())
                        .isNegative()) {
            warn(path + ".cover", "the cover may leave after the reply it is to cover; make it shorter than the delay");
        }
    }

    /// More in a short time than in a long one is a slip of the keeper's.
    private void checkCaps(String path, Caps caps) {
        for (Cap shorter : Cap.values()) {
            for (Cap longer : Cap.values()) {
                boolean comparable = shorter.measure() == longer.measure()
                        && shorter.period().compareTo(longer.period()) < 0
                        && caps.most(shorter).isPresent()
                        && caps.most(longer).isPresent();
                if (comparable
                        && caps.most(shorter).getAsLong() > caps.most(longer).getAsLong()
                        && caps.most(shorter).getAsLong() != Caps.MOST) {
                    problem(
                            path + "." + shorter.word(),
                            "more than " + longer.word() + " allows",
                            "at most as much, or a higher " + longer.word());
                }
            }
        }
        if (caps.most(Cap.REPLIES_PER_DAY).orElse(1) == 0) {
            warn(path + ".replies-per-day", "with 0 texts are counted and none is answered");
        }
    }

    private void checkMoney(String path, Caps caps, Prices prices) {
        for (Cap cap : List.of(Cap.MONEY_PER_DAY, Cap.MONEY_PER_MONTH)) {
            boolean limited = caps.most(cap).orElse(Caps.MOST) != Caps.MOST;
            if (limited && prices.perSegment().isEmpty()) {
                problem(
                        path + "." + cap.word(),
                        "a limit of money where nothing has a price",
                        "prices on the channel, such as prices: {\"+33\": 0.08}");
            }
        }
    }

    private Prices pricesOf(Line line) {
        return settings.channel(line.channel()).map(ChannelSettings::prices).orElse(Prices.NONE);
    }

    /// A number kept for films and examples is in no plan; it is taken where nothing says that it is of another
    /// country.
    private void checkNumber(String path, Line line) {
        PhoneNumber number = line.number();
        boolean isFiction = Numbering.isForFiction(number);
        boolean isKnown =
                isFiction || Numbering.number(number.e164(), line.country()).isPresent();
        Optional<Country> country = Numbering.country(number).filter(_ -> isKnown);
        if (!country.map(line.country()::equals).orElse(isFiction)) {
            problem(
                    path,
                    country.map(other -> "a number of " + other).orElse("a number that no country's plan knows"),
                    "a number of " + line.country() + " in international form, such as \"+33639980010\" for FR");
        }
    }

    private void checkReferences(String path, Line line) {
        Set<String> channels =
                settings.channels().stream().map(ChannelSettings::id).collect(Collectors.toSet());
        if (!channels.contains(line.channel())) {
            problem(
                    path + ".channel",
                    Shown.of(line.channel()) + ", which is no channel here",
                    "the id of a channel: " + listed(channels));
        }
        if (!languages.contains(line.language())) {
            problem(
                    path + ".language",
                    Shown.of(line.language()) + ", which has no texts",
                    "a language that has texts: " + listed(languages));
        }
    }

    private void checkChannels() {
        checkCount("channels", settings.channels().size(), 1, MOST_CHANNELS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < settings.channels().size(); i++) {
            String id = settings.channels().get(i).id();
            String path = "channels[" + i + "]";
            if (!ids.add(id)) {
                problem(path + ".id", "an id that another channel has", "a different id for each channel");
            }
            checkCaps(path + ".limits", settings.channels().get(i).caps());
            checkMoney(
                    path + ".limits",
                    settings.channels().get(i).caps(),
                    settings.channels().get(i).prices());
            if (settings.linesOf(id).isEmpty()) {
                warn(path, "no line uses this channel, so it is not opened");
            }
        }
    }

    private void checkWebhooks() {
        checkCount("webhooks", settings.webhooks().size(), 0, MOST_WEBHOOKS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < settings.webhooks().size(); i++) {
            WebhookSettings webhook = settings.webhooks().get(i);
            String path = "webhooks[" + i + "]";
            if (!ids.add(webhook.id())) {
                problem(path + ".id", "an id that another webhook has", "a different id for each webhook");
            }
            if (webhook.lines().stream().anyMatch(line -> settings.line(line).isEmpty())) {
                problem(path + ".lines", "a line that is not there", "ids of lines, or no such key for all lines");
            }
        }
    }

    private void checkAlerts() {
        checkCount("alerts", settings.alerts().size(), 0, MOST_ALERTS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < settings.alerts().size(); i++) {
            if (!ids.add(settings.alerts().get(i).id())) {
                problem("alerts[" + i + "].id", "an id that another way has", "a different id for each way");
            }
        }
        checkCount("keepers", settings.keepers().size(), 0, MOST_KEEPERS);
        Set<PhoneNumber> own = settings.lines().stream().map(Line::number).collect(Collectors.toSet());
        Set<PhoneNumber> phones = new HashSet<>();
        for (int i = 0; i < settings.keepers().size(); i++) {
            PhoneNumber number = settings.keepers().get(i).number();
            if (own.contains(number) || !phones.add(number)) {
                problem(
                        "keepers[" + i + "].number",
                        "a number that a line or another keeper has",
                        "the number of the keeper's own phone");
            }
        }
    }

    private void checkTexts(String language, ReplyTexts texts) {
        String path = "texts." + language;
        for (int i = 0; i < texts.ladder().size(); i++) {
            add(Wording.check(path + ".ladder[" + i + "]", texts.ladder().get(i)));
        }
        add(Wording.check(path + ".help", texts.help()));
        add(Wording.check(path + ".stop", texts.stop()));
        add(Wording.check(path + ".start", texts.start()));
        texts.cover().ifPresent(cover -> add(Wording.check(path + ".cover", cover)));
    }

    private void checkCount(String path, int count, int least, int most) {
        if (count < least || count > most) {
            problem(path, count + " entries", "%,d to %,d".formatted(least, most));
        }
    }

    private void add(Findings findings) {
        problems.addAll(findings.problems());
        warnings.addAll(findings.warnings());
    }

    private void problem(String field, String found, String expected) {
        problems.add(new Problem(field, found, expected));
    }

    private void warn(String field, String note) {
        warnings.add(new Warning(field, note));
    }

    private static String listed(Set<String> words) {
        int most = 10;
        String some = words.stream().sorted().limit(most).map(Shown::bare).collect(Collectors.joining(", "));
        return words.size() > most ? some + " …" : some;
    }
}
