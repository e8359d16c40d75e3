package org.esquive.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esquive.policy.Breaker;
import org.esquive.policy.Flood;
import org.esquive.policy.Hold;
import org.esquive.policy.Rates;
import org.esquive.policy.Spending;
import org.esquive.policy.Usual;
import org.esquive.policy.Windows;
import org.esquive.settings.Cap;

/// How the records of lines and channels are written in a column: words with a space between, in the order of their
/// components, moments as milliseconds since 1970, lists and maps with commas, `-` for nothing. They are read and
/// written as
/// a whole, once a commit, and nobody asks a database for a part of them.
public final class RecordText {
    private static final String NOTHING = "-";
    private static final char HARD_SPACE = '\u00a0';

    private RecordText() {}

    /// The words of a spending.
    public static String of(Spending spending) {
        Words words = new Words();
        Windows windows = spending.windows();
        words.add(windows.minute()).add(windows.hour()).add(windows.day()).add(windows.month());
        for (Cap cap : Cap.values()) {
            words.add(spending.count(cap));
        }
        return words.add(prefixes(spending.byPrefix())).text();
    }

    /// The spending that some words mean.
    public static Spending spending(String text) {
        Reader words = new Reader(text);
        Windows windows = new Windows(words.number(), words.number(), words.number(), words.number());
        Map<Cap, Long> counts = new EnumMap<>(Cap.class);
        for (Cap cap : Cap.values()) {
            counts.put(cap, words.number());
        }
        return new Spending(windows, counts, prefixes(words.word()));
    }

    /// The words of a flood.
    public static String of(Flood flood) {
        Rates rates = flood.rates();
        Usual usual = flood.usual();
        return new Words()
                .add(rates.minute())
                .add(rates.texts())
                .add(rates.people())
                .add(rates.newcomers())
                .add(rates.textsBefore())
                .add(rates.peopleBefore())
                .add(rates.newcomersBefore())
                .add(usual.day())
                .add(usual.textsToday())
                .add(usual.newcomersToday())
                .add(list(usual.pastTexts()))
                .add(list(usual.pastNewcomers()))
                .add(cause(flood.cause()))
                .add(flood.since().toEpochMilli())
                .add(flood.until().toEpochMilli())
                .text();
    }

    /// The flood that some words mean.
    public static Flood flood(String text) {
        Reader words = new Reader(text);
        Rates rates = new Rates(
                words.number(),
                words.count(),
                words.count(),
                words.count(),
                words.count(),
                words.count(),
                words.count());
        Usual usual = new Usual(words.number(), words.count(), words.count(), list(words.word()), list(words.word()));
        return new Flood(rates, usual, cause(words.word()), words.moment(), words.moment());
    }

    /// The words of a breaker.
    public static String of(Breaker breaker) {
        return new Words()
                .add(breaker.ended())
                .add(breaker.undeliverable())
                .add(breaker.replied())
                .add(breaker.stops())
                .add(cause(breaker.cause()))
                .add(breaker.until().toEpochMilli())
                .text();
    }

    /// The breaker that some words mean.
    public static Breaker breaker(String text) {
        Reader words = new Reader(text);
        return new Breaker(
                words.count(), words.count(), words.count(), words.count(), cause(words.word()), words.moment());
    }

    /// The words of what an alert says.
    public static String of(Map<String, String> facts) {
        return facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + '=' + fact.getValue().replace(' ', HARD_SPACE))
                .collect(Collectors.joining(" "));
    }

    /// What some words of an alert say.
    public static Map<String, String> facts(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(fact -> fact.split("=", 2))
                .filter(fact -> fact.length == 2)
                .collect(Collectors.toMap(
                        fact -> fact[0], fact -> fact[1].replace(HARD_SPACE, ' '), (first, _) -> first));
    }

    /// The words of what holds an answer back.
    public static String of(Hold hold) {
        return hold.scope().name() + ' ' + hold.cause().name();
    }

    /// What some words say of an answer that was held back.
    public static Figures.Held held(String text) {
        Reader words = new Reader(text);
        return new Figures.Held(Hold.Scope.valueOf(words.word()), Hold.Cause.valueOf(words.word()));
    }

    private static String cause(Optional<Hold.Cause> cause) {
        return cause.map(Enum::name).orElse(NOTHING);
    }

    private static Optional<Hold.Cause> cause(String word) {
        return word.equals(NOTHING) ? Optional.empty() : Optional.of(Hold.Cause.valueOf(word));
    }

    private static String list(List<Integer> numbers) {
        return numbers.isEmpty()
                ? NOTHING
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> list(String word) {
        List<Integer> numbers = new ArrayList<>();
        if (!word.equals(NOTHING)) {
            for (String number : word.split(",", -1)) {
                numbers.add(Integer.valueOf(number));
            }
        }
        return numbers;
    }

    private static String prefixes(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? NOTHING
                : counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(count -> count.getKey() + '=' + count.getValue())
                        .collect(Collectors.joining(","));
    }

    private static Map<String, Integer> prefixes(String word) {
        Map<String, Integer> counts = new HashMap<>();
        if (!word.equals(NOTHING)) {
            for (String count : word.split(",", -1)) {
                String[] parts = count.split("=", 2);
                counts.put(parts[0], Integer.valueOf(parts[1]));
            }
        }
        return counts;
    }

    /// Writes one word after the other.
    private static final class Words {
        private final StringBuilder text = new StringBuilder(128);

        Words add(long number) {
            begin().append(number);
            return this;
        }

        Words add(String word) {
            begin().append(word);
            return this;
        }

        String text() {
            return text.toString();
        }

        private StringBuilder begin() {
            return text.isEmpty() ? text : text.append(' ');
        }
    }

    /// Reads one word after the other.
    private static final class Reader {
        private final String text;
        private int next;

        Reader(String text) {
            this.text = text;
        }

        String word() {
            int end = text.indexOf(' ', next);
            String word = text.substring(next, end < 0 ? text.length() : end);
            next = end < 0 ? text.length() : end + 1;
            return word;
        }

        long number() {
            return Long.parseLong(word());
        }

        int count() {
            return Integer.parseInt(word());
        }

        Instant moment() {
            return Instant.ofEpochMilli(number());
        }
    }
}
