package org.esquive.channel.smpp.pdu;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.esquive.channel.smpp.pdu.DeliveryReceipt.Part;
import org.jspecify.annotations.Nullable;

/// Finds `key:value` in the words of a receipt, in one pass: keys in any order and case, with any of them missing,
/// behind whatever a network puts in front. What is said first counts, so that a text quoted at the end cannot
/// change what the network said before it.
final class ReceiptText {
    private static final Part[] PARTS = Part.values();
    private static final int CENTURY = 2_000;

    private ReceiptText() {}

    /// What the words say, raw; a map that may be changed.
    static Map<Part, String> read(String text) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        Part current = null;
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            Part next = isWithinWord(text, at) ? null : partAt(text, at);
            if (next == null || next == current || parts.containsKey(next)) {
                at++;
                continue;
            }
            close(parts, current, text.substring(from, at));
            current = next;
            at = colon(text, at, next) + 1;
            from = at;
        }
        close(parts, current, text.substring(from));
        return parts;
    }

    /// The time of a date without zone; empty if it is none. Twelve digits are `yyMMddhhmmss`, or `yyyyMMddhhmm`
    /// where that cannot be; until 2012 they could be both.
    static Optional<LocalDateTime> date(String digits) {
        if (!digits.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return Optional.empty();
        }
        return switch (digits.length()) {
            case 10 -> date(CENTURY + number(digits, 0), digits.substring(2) + "00");
            case 12 ->
                date(CENTURY + number(digits, 0), digits.substring(2))
                        .or(() -> date(year(digits), digits.substring(4) + "00"));
            case 14 -> date(year(digits), digits.substring(4));
            default -> Optional.empty();
        };
    }

    private static void close(Map<Part, String> parts, @Nullable Part part, String said) {
        if (part != null) {
            String value = said.strip();
            parts.put(part, part == Part.TEXT ? value : firstWord(value));
        }
    }

    private static String firstWord(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) > ' ') {
            end++;
        }
        while (end > 0 && (value.charAt(end - 1) == ',' || value.charAt(end - 1) == ';')) {
            end--;
        }
        return value.substring(0, end);
    }

    /// Whether what begins here goes on with a word: `valid:` is no `id:`.
    private static boolean isWithinWord(String text, int at) {
        return at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_');
    }

    private static @Nullable Part partAt(String text, int at) {
        for (Part part : PARTS) {
            if (colon(text, at, part) > 0) {
                return part;
            }
        }
        return null;
    }

    /// Where the colon behind a key is, or -1 if there is not that key; spaces within and behind it do not matter.
    private static int colon(String text, int at, Part part) {
        int end = at;
        for (int i = 0; i < part.key.length(); i++) {
            char expected = part.key.charAt(i);
            if (expected == ' ') {
                end = end < text.length() && text.charAt(end) == '_' ? end + 1 : behindSpaces(text, end);
            } else if (end < text.length() && Character.toLowerCase(text.charAt(end)) == expected) {
                end++;
            } else {
                return -1;
            }
        }
        end = behindSpaces(text, end);
        return end < text.length() && text.charAt(end) == ':' ? end : -1;
    }

    private static int behindSpaces(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /// @param rest month, day, hour, minute and second, two digits each
    private static Optional<LocalDateTime> date(int year, String rest) {
        int month = number(rest, 0);
        int day = number(rest, 2);
        int hour = number(rest, 4);
        int minute = number(rest, 6);
        int second = number(rest, 8);
        boolean possible = year / 100 == CENTURY / 100
                && month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day)
                && hour < 24
                && minute < 60
                && second < 60;
        return possible ? Optional.of(LocalDateTime.of(year, month, day, hour, minute, second)) : Optional.empty();
    }

    private static int year(String digits) {
        return 100 * number(digits, 0) + number(digits, 2);
    }

    private static int number(String digits, int at) {
        return 10 * (digits.charAt(at) - '0') + digits.charAt(at + 1) - '0';
    }
}
