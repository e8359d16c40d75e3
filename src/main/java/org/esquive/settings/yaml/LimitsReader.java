package org.esquive.settings.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Limits;
import org.esquive.settings.Measure;
import org.esquive.settings.Prices;
import org.esquive.settings.Quiet;

/// Reads the numbers of a document: limits, prices, and the signs of a flood.
final class LimitsReader {
    /// Most beginnings of numbers with a limit of their own.
    private static final int MOST_PREFIXES = 100;
    /// Most beginnings of numbers with a price.
    private static final int MOST_PRICES = 1_000;
    private static final int MOST_COUNT = 1_000_000_000;
    private static final long MOST_MONEY = 999_999_990_000L;

    private static final String NONE = "none";
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Pattern AMOUNT = Pattern.compile("(?:0|[1-9][0-9]{0,5})(?:\\.[0-9]{1,6})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,14}");
    private static final Pattern BETWEEN = Pattern.compile("\\s+to\\s+");
    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");

    private LimitsReader() {}

    /// The limits of a line.
    static Limits limits(Section keys, FloodLimits flood) {
        Limits usual = Limits.USUAL;
        return new Limits(
                keys.at(Key.TEXTS_PER_SENDER)
                        .optional(word -> whole(word, 1, Limits.MOST_TEXTS), usual.textsPerSender()),
                keys.at(Key.MEMORY)
                        .optional(word -> Spans.span(word, Limits.LEAST_MEMORY, Limits.MOST_MEMORY), usual.memory()),
                keys.at(Key.STALE)
                        .optional(word -> Spans.span(word, Limits.LEAST_STALE, Limits.MOST_STALE), usual.stale()),
                keys.at(Key.GAP).optional(LimitsReader::gap, usual.gap()),
                caps(keys).laidOver(usual.caps()),
                flood);
    }

    /// The caps that some keys name, of a line or a channel.
    static Caps caps(Section keys) {
        Caps caps = Caps.NONE;
        for (Cap cap : Cap.values()) {
            Field field = keys.at(Key.of(cap));
            if (!field.isAbsent()) {
                caps = caps.with(cap, field.required(word -> most(cap, word), 0L));
            }
        }
        Map<String, Integer> perPrefix = new HashMap<>();
        byPrefix(keys.at(Key.PER_PREFIX), Key.PREFIX, MOST_PREFIXES)
                .forEach((prefix, field) ->
                        perPrefix.put(prefix, field.required(word -> whole(word, 0, Limits.MOST_PER_PREFIX), 0)));
        return new Caps(caps.most(), perPrefix);
    }

    /// The signs of a flood.
    static FloodLimits flood(Section keys) {
        FloodLimits usual = FloodLimits.USUAL;
        return new FloodLimits(
                keys.at(Key.FLOOD_SENDERS)
                        .optional(word -> whole(word, 0, FloodLimits.MOST_SENDERS), usual.sendersPerMinute()),
                keys.at(Key.FLOOD_TEXTS)
                        .optional(word -> whole(word, 0, FloodLimits.MOST_TEXTS), usual.textsPerMinute()),
                keys.at(Key.FLOOD_NEIGHBOURS)
                        .optional(word -> whole(word, 0, FloodLimits.MOST_NEIGHBOURS), usual.neighbours()),
                keys.at(Key.FLOOD_CALM)
                        .optional(
                                word -> Spans.span(word, FloodLimits.LEAST_CALM, FloodLimits.MOST_CALM), usual.calm()),
                keys.at(Key.FLOOD_SAMPLE).optional(word -> whole(word, 0, FloodLimits.MOST_SAMPLE), usual.sample()));
    }

    /// The prices of a channel.
    static Prices prices(Section keys) {
        Map<String, Long> prices = new HashMap<>();
        byPrefix(keys.at(Key.PRICES), Key.PRICE, MOST_PRICES)
                .forEach((prefix, field) ->
                        prices.put(prefix, field.required(word -> micros(word, Prices.MOST), Prices.MOST)));
        String currency = keys.at(Key.CURRENCY)
                .optional(word -> Optional.of(word).filter(CURRENCY.asMatchPredicate()), Prices.NONE.currency());
        return new Prices(currency, prices);
    }

    /// Hours such as `22:00 to 07:00`, or none.
    static Optional<Optional<Quiet>> quiet(String words) {
        if (words.equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        String[] ends = BETWEEN.split(words, -1);
        if (ends.length != 2 || ends[0].equals(ends[1])) {
            return Optional.empty();
        }
        Optional<Quiet> hours = time(ends[0]).flatMap(from -> time(ends[1]).map(to -> new Quiet(from, to)));
        return hours.isEmpty() ? Optional.empty() : Optional.of(hours);
    }

    /// How an amount is written.
    static String amount(long micros) {
        BigDecimal amount = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return (amount.scale() < 2 ? amount.setScale(2, RoundingMode.UNNECESSARY) : amount).toPlainString();
    }

    private static Map<String, Field> byPrefix(Field field, Key entry, int most) {
        Map<String, Field> fields = field.section().named(entry, PREFIX, "the beginning of a number, such as \"+336\"");
        if (fields.size() > most) {
            field.problem("%,d beginnings".formatted(fields.size()));
        }
        return fields;
    }

    private static Optional<Duration> gap(String word) {
        return word.equals(NONE) ? Optional.of(Duration.ZERO) : Spans.span(word, Duration.ZERO, Limits.MOST_GAP);
    }

    private static Optional<Long> most(Cap cap, String word) {
        if (word.equals(NONE)) {
            return Optional.of(Caps.MOST);
        }
        return cap.measure() == Measure.MONEY
                ? micros(word, MOST_MONEY)
                : whole(word, 0, MOST_COUNT).map(Integer::longValue);
    }

    private static Optional<Long> micros(String word, long most) {
        return Optional.of(word)
                .filter(AMOUNT.asMatchPredicate())
                .map(amount -> new BigDecimal(amount).movePointRight(6).longValueExact())
                .filter(micros -> micros <= most);
    }

    private static Optional<LocalTime> time(String word) {
        try {
            return Optional.of(word).filter(TIME.asMatchPredicate()).map(LocalTime::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A whole number between two bounds, if the word is one.
    static Optional<Integer> whole(String word, int least, int most) {
        return Optional.of(word)
                .filter(WHOLE.asMatchPredicate())
                .map(Long::valueOf)
                .filter(number -> number >= least && number <= most)
                .map(Long::intValue);
    }
}
