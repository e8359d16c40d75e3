package org.esquive.settings;

import java.util.regex.Pattern;

/// A value of a document as an error may repeat it: short, on one line, and with too few digits to be somebody's
/// number. What may be a secret is not shown at all, so it never comes here.
public final class Shown {
    /// Longest part of a value that is shown, in characters.
    public static final int LONGEST = 40;

    /// Most digits that are shown as they are; those that follow become asterisks.
    private static final int MOST_DIGITS = 5;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private Shown() {}

    /// The value in quotes.
    public static String of(String value) {
        return value.isEmpty() ? "an empty value" : '"' + bare(value) + '"';
    }

    /// The value without quotes, for a list.
    public static String bare(String value) {
        boolean isLong = value.codePointCount(0, value.length()) > LONGEST;
        String start = isLong ? value.substring(0, value.offsetByCodePoints(0, LONGEST)) : value;
        return masked(INVISIBLE.matcher(start).replaceAll(" ")) + (isLong ? "…" : "");
    }

    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            masked.append(Character.isDigit(c) && digits > MOST_DIGITS ? '*' : c);
        }
        return masked.toString();
    }
}
