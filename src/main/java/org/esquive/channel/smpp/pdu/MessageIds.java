package org.esquive.channel.smpp.pdu;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The ways in which networks write one id of a text: some say it in hexadecimal when they take the text and in
/// decimal in the receipt, or the reverse, with zeros in front or without, in capitals or not.
final class MessageIds {
    /// The longest number that is converted: no network counts that far, and a hostile one shall not cost more.
    private static final int LONGEST_NUMBER = 64;

    private static final int HEX = 16;
    private static final int DECIMAL = 10;
    /// The usual width of a hexadecimal id, of 32 bits.
    private static final int WORD = 8;

    private MessageIds() {}

    /// Other ways to write an id, the likelier first; none for an id that is no number.
    static List<String> otherwise(String id) {
        if (id.isEmpty() || id.length() > LONGEST_NUMBER || !isNumber(id, HEX)) {
            return List.of();
        }
        Set<String> ways = new LinkedHashSet<>();
        ways.add(withoutZeros(id));
        ways.add(new BigInteger(id, HEX).toString());
        addHexadecimals(ways, withoutZeros(id));
        if (isNumber(id, DECIMAL)) {
            addHexadecimals(ways, new BigInteger(id).toString(HEX));
        }
        ways.remove(id);
        return List.copyOf(ways);
    }

    private static void addHexadecimals(Set<String> ways, String hexadecimal) {
        String small = hexadecimal.toLowerCase(Locale.ROOT);
        String padded = "0".repeat(Math.max(0, WORD - small.length())) + small;
        ways.add(small);
        ways.add(small.toUpperCase(Locale.ROOT));
        ways.add(padded);
        ways.add(padded.toUpperCase(Locale.ROOT));
    }

    private static String withoutZeros(String id) {
        int zeros = 0;
        while (zeros < id.length() - 1 && id.charAt(zeros) == '0') {
            zeros++;
        }
        return id.substring(zeros);
    }

    /// Digits of ASCII only: Java reads those of other scripts too.
    private static boolean isNumber(String id, int radix) {
        return id.chars().allMatch(character -> character < 0x80 && Character.digit(character, radix) >= 0);
    }
}
