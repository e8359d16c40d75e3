package org.esquive.settings.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.esquive.message.Country;
import org.esquive.message.NumberType;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Evidence;
import org.esquive.settings.HelpResource;
import org.esquive.settings.HelpResource.Hours;

/// Builds a profile from a document, field by field. What cannot be read is a problem and gets a stand-in; a
/// profile with a problem is never used.
final class CountryReader {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7E]+");
    private static final Pattern SHORTEST = Pattern.compile("[4-9]|1[0-2]");
    private static final Pattern SHAPE = Pattern.compile("[0-9x]{2,6}");
    private static final Pattern CODE = Pattern.compile("[0-9]{2,6}");
    private static final Pattern FULL = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,9}");
    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)*");
    private static final Pattern HOURS = Pattern.compile("(daily|mon-sat|mon-fri) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Pattern SEPARATORS = Pattern.compile("[ -]");

    private static final Set<NumberType> ANSWERABLE = Set.of(NumberType.MOBILE, NumberType.FIXED_LINE_OR_MOBILE);
    private static final Country NO_COUNTRY = new Country("ZZ");
    private static final Evidence NO_EVIDENCE =
            new Evidence(Evidence.Mark.UNVERIFIED, Evidence.NO_SOURCE, LocalDate.EPOCH);

    private final Section top;
    private final Country country;
    private final LocalDate checked;
    private final Map<String, CountryProfile.Source> sources;

    private CountryReader(Section top) {
        this.top = top.knowing(List.of(
                CountryKey.COUNTRY,
                CountryKey.CHECKED,
                CountryKey.LANGUAGES,
                CountryKey.SOURCES,
                CountryKey.ANSWERS,
                CountryKey.DIAL,
                CountryKey.NEVER_ANSWERED,
                CountryKey.KEYWORDS,
                CountryKey.HELP,
                CountryKey.WARNINGS,
                CountryKey.QUIET));
        this.country = top.at(CountryKey.COUNTRY)
                .required(word -> fitting(COUNTRY, word).map(Country::new).filter(Numbering::hasPlan), NO_COUNTRY);
        this.checked = top.at(CountryKey.CHECKED).required(CountryReader::date, LocalDate.MAX);
        this.sources = sources(top.at(CountryKey.SOURCES).present());
    }

    /// The profile of a document. If there are problems, it is of no use.
    static CountryProfile read(String yaml, Problems problems) {
        return new CountryReader(Section.top(CountryKey.DOCUMENT, Document.root(yaml, problems), problems)).profile();
    }

    private CountryProfile profile() {
        return new CountryProfile(
                country,
                checked,
                top.at(CountryKey.LANGUAGES).present().all(word -> fitting(LANGUAGE, word)),
                sources,
                each(CountryKey.ANSWERS, this::answered),
                dialling(top.at(CountryKey.DIAL).present().section()),
                each(CountryKey.NEVER_ANSWERED, this::unanswered),
                some(CountryKey.KEYWORDS, this::keywords),
                each(CountryKey.HELP, this::help),
                some(CountryKey.WARNINGS, this::warning),
                quiet(top.at(CountryKey.QUIET)));
    }

    private Map<String, CountryProfile.Source> sources(Field field) {
        Map<String, CountryProfile.Source> named = new HashMap<>();
        field.section()
                .named(CountryKey.SOURCES, ID, "1 to 40 small letters, digits and dashes, such as regulator")
                .forEach((id, each) -> named.put(id, source(each.present().section())));
        return named;
    }

    private CountryProfile.Source source(Section keys) {
        keys.knowing(List.of(CountryKey.TITLE, CountryKey.LINK, CountryKey.READ));
        return new CountryProfile.Source(
                keys.at(CountryKey.TITLE).required(CountryReader::sentence, ""),
                keys.at(CountryKey.LINK).required(word -> fitting(LINK, word), ""),
                keys.at(CountryKey.READ).required(this::pastDate, LocalDate.EPOCH));
    }

    private CountryProfile.Answered answered(Section keys) {
        known(keys, CountryKey.TYPE, CountryKey.NOTE);
        return new CountryProfile.Answered(
                keys.at(CountryKey.TYPE)
                        .required(
                                word -> named(NumberType.values(), word).filter(ANSWERABLE::contains),
                                NumberType.MOBILE),
                keys.at(CountryKey.NOTE).optional(CountryReader::sentence, ""),
                evidence(keys));
    }

    private CountryProfile.Dialling dialling(Section keys) {
        known(keys, CountryKey.SHORTEST, CountryKey.CODES, CountryKey.RULE);
        return new CountryProfile.Dialling(
                keys.at(CountryKey.SHORTEST)
                        .required(word -> fitting(SHORTEST, word).map(Integer::valueOf), 0),
                keys.at(CountryKey.CODES).present().all(word -> fitting(SHAPE, word)),
                keys.at(CountryKey.RULE).required(CountryReader::sentence, ""),
                evidence(keys));
    }

    private CountryProfile.Unanswered unanswered(Section keys) {
        known(keys, CountryKey.NUMBERS, CountryKey.WHO);
        List<String> numbers = words(keys.at(CountryKey.NUMBERS), CountryReader::codeOrFull);
        Set<PhoneNumber> full = new HashSet<>();
        numbers.stream()
                .filter(number -> number.startsWith("+"))
                .map(PhoneNumber::new)
                .forEach(full::add);
        return new CountryProfile.Unanswered(
                Set.copyOf(numbers.stream()
                        .filter(number -> !number.startsWith("+"))
                        .toList()),
                full,
                keys.at(CountryKey.WHO).required(CountryReader::sentence, ""),
                evidence(keys));
    }

    private CountryProfile.Keywords keywords(Section keys) {
        known(keys, CountryKey.WISH, CountryKey.WORDS);
        return new CountryProfile.Keywords(
                keys.at(CountryKey.WISH)
                        .required(word -> named(CountryProfile.Wish.values(), word), CountryProfile.Wish.STOP),
                Set.copyOf(words(keys.at(CountryKey.WORDS), word -> fitting(KEYWORD, word))),
                evidence(keys));
    }

    private HelpResource help(Section keys) {
        known(
                keys,
                CountryKey.KIND,
                CountryKey.NUMBER,
                CountryKey.BY,
                CountryKey.NAME,
                CountryKey.HOURS,
                CountryKey.LANGUAGES);
        return new HelpResource(
                keys.at(CountryKey.KIND)
                        .required(word -> named(HelpResource.Kind.values(), word), HelpResource.Kind.LISTENING),
                keys.at(CountryKey.NUMBER).required(this::dialled, ""),
                keys.at(CountryKey.BY).optional(word -> named(HelpResource.Way.values(), word), HelpResource.Way.CALL),
                names(keys.at(CountryKey.NAME).present()),
                hours(keys.at(CountryKey.HOURS)),
                keys.at(CountryKey.LANGUAGES).all(word -> fitting(LANGUAGE, word)),
                evidence(keys));
    }

    private static Map<String, String> names(Field field) {
        Map<String, String> names = new HashMap<>();
        field.section()
                .named(CountryKey.NAME_IN, LANGUAGE, "a language tag, such as fr")
                .forEach((language, name) -> names.put(language, name.required(CountryReader::sentence, "")));
        if (names.isEmpty() && !field.isAbsent()) {
            field.problem("no name");
        }
        return names;
    }

    private static Optional<Hours> hours(Field field) {
        return field.isAbsent() ? Optional.empty() : Optional.of(field.required(CountryReader::hours, Hours.ALWAYS));
    }

    private CountryProfile.NumberWarning warning(Section keys) {
        known(keys, CountryKey.PREFIXES, CountryKey.NOTE);
        return new CountryProfile.NumberWarning(
                words(keys.at(CountryKey.PREFIXES), word -> fitting(PREFIX, word)),
                keys.at(CountryKey.NOTE).required(CountryReader::sentence, ""),
                evidence(keys));
    }

    private Optional<CountryProfile.Quiet> quiet(Field field) {
        if (field.isAbsent()) {
            return Optional.empty();
        }
        Section keys = field.section();
        known(keys, CountryKey.FROM, CountryKey.TO, CountryKey.NOTE);
        return Optional.of(new CountryProfile.Quiet(
                keys.at(CountryKey.FROM).required(CountryReader::time, LocalTime.MIDNIGHT),
                keys.at(CountryKey.TO).required(CountryReader::time, LocalTime.MIDNIGHT),
                keys.at(CountryKey.NOTE).optional(CountryReader::sentence, ""),
                evidence(keys)));
    }

    /// The three keys beside every fact. Only what is unverified may lack a source.
    private Evidence evidence(Section keys) {
        Evidence.Mark mark =
                keys.at(CountryKey.MARK).required(word -> named(Evidence.Mark.values(), word), NO_EVIDENCE.mark());
        boolean mayLack = mark == Evidence.Mark.UNVERIFIED;
        return new Evidence(
                mark,
                keys.at(CountryKey.SOURCE)
                        .required(
                                word -> Optional.of(word)
                                        .filter(id ->
                                                sources.containsKey(id) || (mayLack && id.equals(Evidence.NO_SOURCE))),
                                Evidence.NO_SOURCE),
                keys.at(CountryKey.DATE).required(this::pastDate, LocalDate.EPOCH));
    }

    private <T> List<T> each(CountryKey key, Function<Section, T> read) {
        Field list = top.at(key).present();
        if (!list.isAbsent() && list.entries(key).isEmpty()) {
            list.problem("no entry");
        }
        return some(key, read);
    }

    private <T> List<T> some(CountryKey key, Function<Section, T> read) {
        List<T> some = new ArrayList<>();
        top.at(key)
                .entries(key)
                .forEach(entry -> some.add(read.apply(entry.present().section())));
        return some;
    }

    private static List<String> words(Field list, Function<String, Optional<String>> read) {
        List<String> words = list.present().all(read);
        if (!list.isAbsent() && list.entries(list.key()).isEmpty()) {
            list.problem("no entry");
        }
        return words;
    }

    private static void known(Section keys, CountryKey... of) {
        keys.knowing(
                Stream.concat(Arrays.stream(of), CountryKey.EVIDENCE.stream()).toList());
    }

    private Optional<LocalDate> pastDate(String word) {
        return date(word).filter(day -> !day.isAfter(checked));
    }

    private static Optional<LocalDate> date(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String word) {
        try {
            return Optional.of(LocalTime.parse(word));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Hours> hours(String word) {
        if (word.equals("always")) {
            return Optional.of(Hours.ALWAYS);
        }
        Matcher hours = HOURS.matcher(word);
        return hours.matches()
                ? named(Hours.Days.values(), hours.group(1))
                        .map(days -> new Hours(days, hours.group(2), hours.group(3)))
                : Optional.empty();
    }

    /// A short number, or a full one that a plan knows, without separators.
    private static Optional<String> codeOrFull(String word) {
        String plain = plain(word);
        return fitting(CODE, plain).or(() -> fitting(FULL, plain).filter(CountryReader::isPlanned));
    }

    private static boolean isPlanned(String e164) {
        return Numbering.country(new PhoneNumber(e164)).isPresent();
    }

    private Optional<String> dialled(String word) {
        boolean exists = CODE.matcher(plain(word)).matches()
                || Numbering.number(word, country).isPresent();
        return Optional.of(word).filter(_ -> exists);
    }

    private static String plain(String number) {
        return SEPARATORS.matcher(number).replaceAll("");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private static Optional<String> sentence(String word) {
        return Optional.of(word).filter(text -> !text.isBlank());
    }

    private static Optional<String> fitting(Pattern form, String word) {
        return Optional.of(word).filter(form.asMatchPredicate());
    }
}
