package org.esquive.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.message.LineId;
import org.esquive.policy.Rules;
import org.jspecify.annotations.Nullable;

/// Reads what a program asks for; what cannot be read is refused by its name. What stood there is not repeated.
final class Asked {
    /// Entries of a page unless it is said.
    static final int USUAL = 100;

    /// Most entries of a page.
    static final int MOST = 500;

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final Instant LATEST = Instant.parse("2079-01-01T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

    private Asked() {}

    /// How many entries.
    static int limit(@Nullable String asked) {
        Optional<Long> limit = asked == null ? Optional.of((long) USUAL) : number(asked);
        return limit.filter(found -> found >= 1 && found <= MOST)
                .orElseThrow(() -> bad("limit", "a whole number from 1 to " + MOST))
                .intValue();
    }

    /// After which entry of the list; the beginning if it is not said.
    static long after(@Nullable String asked) {
        if (asked == null) {
            return Long.MAX_VALUE;
        }
        return number(asked).orElseThrow(() -> bad("after", "taken from the next of the page before"));
    }

    /// The id of something.
    static Optional<Long> number(String asked) {
        try {
            return ID.matcher(asked).matches() ? Optional.of(Long.parseLong(asked)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /// A moment.
    static Instant moment(String name, @Nullable String asked, Instant usual) {
        if (asked == null) {
            return usual;
        }
        try {
            Instant moment = Instant.parse(asked);
            if (!moment.isBefore(EARLIEST) && !moment.isAfter(LATEST)) {
                return moment;
            }
        } catch (DateTimeException notOne) {
            // Said below.
        }
        throw bad(name, "a moment from 2010 to 2078, such as 2026-03-02T20:30:00Z");
    }

    /// One of the words of a type.
    static <E extends Enum<E>> Optional<E> word(String name, @Nullable String asked, Class<E> type) {
        if (asked == null) {
            return Optional.empty();
        }
        List<E> known = Arrays.asList(type.getEnumConstants());
        Optional<E> found =
                known.stream().filter(each -> each.name().equals(asked)).findFirst();
        if (found.isEmpty()) {
            String words = known.stream().map(Enum::name).collect(Collectors.joining(", "));
            throw bad(name, "one of " + words);
        }
        return found;
    }

    /// The rules of a line that is there.
    static Rules line(String id, Steering steering) {
        return Optional.of(id)
                .filter(Asked::isLineId)
                .flatMap(word -> steering.rulebook().of(new LineId(word)))
                .orElseThrow(() -> Refusal.notFound("line of that id"));
    }

    private static boolean isLineId(String word) {
        try {
            LineId _ = new LineId(word);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    static Refusal bad(String name, String expected) {
        return new Refusal(
                Fault.BAD_PARAMETER,
                "The parameter " + name.toLowerCase(Locale.ROOT) + " is expected to be " + expected + ".");
    }
}
