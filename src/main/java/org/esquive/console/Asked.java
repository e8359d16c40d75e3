package org.esquive.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.ledger.Ids;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Search;
import org.esquive.message.LineId;
import org.esquive.policy.Reason;

/// Which decisions a keeper wants to see, as the address of the page says it. An address may be typed by
/// anybody: what cannot be read in it is not asked for, and each part is a word that can stand in a link as it
/// is.
///
/// @param line the id of a line
/// @param what `answered`, `silent` or the name of a reason
/// @param state the name of a state of replies
/// @param sender the first digits of a fingerprint
/// @param from the first day
/// @param to the last day
/// @param page `before` or `after` and an id, for the pages that follow the first; else empty
public record Asked(String line, String what, String state, String sender, String from, String to, Page page) {
    /// Every text that was answered.
    public static final String ANSWERED = "answered";

    /// Every text that was not.
    public static final String SILENT = "silent";

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    /// Where a page begins.
    ///
    /// @param way towards older texts, `before`, or newer ones, `after`; empty for the newest
    /// @param id the text beside which it begins
    public record Page(String way, String id) {
        /// The newest texts.
        public static final Page FIRST = new Page("", "");

        static Page of(Map<String, String> parameters) {
            for (String way : new String[] {"before", "after"}) {
                String id = parameters.getOrDefault(way, "");
                if (ID.matcher(id).matches()) {
                    return new Page(way, id);
                }
            }
            return FIRST;
        }

        boolean isFirst() {
            return way.isEmpty();
        }

        boolean goesUp() {
            return way.equals("after");
        }
    }

    /// What the parameters of an address ask for.
    public static Asked of(Map<String, String> parameters) {
        return new Asked(
                word(parameters, "line", Asked::isLine),
                word(parameters, "what", Asked::isWhat),
                word(parameters, "state", word -> isName(ReplyState.values(), word)),
                word(parameters, "sender", word -> Search.Whose.beginning(word).isPresent()),
                word(parameters, "from", word -> day(word).isPresent()),
                word(parameters, "to", word -> day(word).isPresent()),
                Page.of(parameters));
    }

    /// Whether it asks for some texts and not for others.
    public boolean isNarrow() {
        return !(what + state + sender + from + to).isEmpty();
    }

    /// Which texts.
    public Search.Only only() {
        Optional<Boolean> answered = switch (what) {
            case ANSWERED -> Optional.of(true);
            case SILENT -> Optional.of(false);
            default -> Optional.empty();
        };
        boolean isReason = !what.isEmpty() && answered.isEmpty();
        return new Search.Only(
                answered,
                isReason ? Optional.of(Reason.valueOf(what)) : Optional.empty(),
                state.isEmpty() ? Optional.empty() : Optional.of(ReplyState.valueOf(state)),
                Search.Whose.beginning(sender));
    }

    /// Where they are: of the days asked for, on this page.
    ///
    /// @param zone where days begin
    public Search.Range range(ZoneId zone) {
        long after = day(from).map(day -> firstId(day, zone) - 1).orElse(Search.Range.ALL.after());
        long before = day(to).map(day -> firstId(day.plusDays(1), zone)).orElse(Search.Range.ALL.before());
        if (page.isFirst()) {
            return new Search.Range(after, before);
        }
        long id = Long.parseLong(page.id());
        return page.goesUp()
                ? new Search.Range(Math.max(after, id), before)
                : new Search.Range(after, Math.min(before, id));
    }

    /// The same from another page on.
    Asked from(Page other) {
        return new Asked(line, what, state, sender, from, to, other);
    }

    /// The same of another line.
    Asked of(LineId other) {
        return new Asked(other.value(), what, state, sender, from, to, page);
    }

    /// What follows the question mark of an address that asks for this.
    public String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("line", line);
        parts.put("what", what);
        parts.put("state", state);
        parts.put("sender", sender);
        parts.put("from", from);
        parts.put("to", to);
        parts.put(page.way(), page.id());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
    }

    private static long firstId(LocalDate day, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return Ids.firstAt(start);
    }

    private interface Form {
        boolean fits(String word);
    }

    private static String word(Map<String, String> parameters, String name, Form form) {
        String word = parameters.getOrDefault(name, "").strip();
        return form.fits(word) ? word : "";
    }

    private static boolean isLine(String word) {
        try {
            return !new LineId(word).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isWhat(String word) {
        return word.equals(ANSWERED) || word.equals(SILENT) || isName(Reason.values(), word);
    }

    private static boolean isName(Enum<?>[] values, String word) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(word));
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return Optional.of(LocalDate.parse(word)).filter(day -> !day.isBefore(FIRST_DAY) && day.isBefore(LAST_DAY));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
