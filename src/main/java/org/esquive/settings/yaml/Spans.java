package org.esquive.settings.yaml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esquive.settings.Delay;

/// Spans of time as keepers write them: `30d`, `6h`, `20m`, `45s`, `500ms`, and a delay as `20m to 70m`, `45m` or
/// `none`.
final class Spans {
    private static final Pattern SPAN = Pattern.compile("(0|[1-9][0-9]{0,8})(d|h|m|s|ms)");
    private static final Pattern BETWEEN = Pattern.compile("\\s+to\\s+");
    private static final String NONE = "none";

    private Spans() {}

    /// The span that a word means, if it means one.
    static Optional<Duration> span(String word) {
        Matcher parts = SPAN.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "d" -> Optional.of(Duration.ofDays(count));
            case "h" -> Optional.of(Duration.ofHours(count));
            case "m" -> Optional.of(Duration.ofMinutes(count));
            case "s" -> Optional.of(Duration.ofSeconds(count));
            default -> Optional.of(Duration.ofMillis(count));
        };
    }

    /// A span between two bounds, if the word means one.
    static Optional<Duration> span(String word, Duration least, Duration most) {
        return span(word).filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0);
    }

    /// The delay that some words mean, if they mean one.
    static Optional<Delay> delay(String words) {
        if (words.equals(NONE)) {
            return Optional.of(new Delay(Duration.ZERO, Duration.ZERO));
        }
        String[] ends = BETWEEN.split(words, -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        Optional<Duration> longest = span(ends[ends.length - 1], Duration.ZERO, Delay.LONGEST);
        return longest.flatMap(end -> span(ends[0], Duration.ZERO, end).map(start -> new Delay(start, end)));
    }

    /// The shortest word for a span, to the millisecond.
    static String format(Duration span) {
        long millis = span.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3_600 + "h";
    }

    /// The words for a delay.
    static String format(Delay delay) {
        if (delay.longest().isZero()) {
            return NONE;
        }
        return format(delay.shortest()) + " to " + format(delay.longest());
    }
}
