package org.esquive.message;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/// The tables of 3GPP TS 23.038, release 16 of July 2020 (<https://www.3gpp.org/dynareport/23038.htm>): the
/// default alphabet, its extension, and the locking and single shift tables of the national languages.
///
/// A table is drawn as eight rows of sixteen characters. `␊ ␌ ␍` are control characters, `·` is a place that has
/// no character, and `◦` one that each Indic language fills with the letters of its own Unicode block, in order.
final class GsmTables {
    private GsmTables() {}

    /// How many septets there are.
    static final int SIZE = 128;

    /// What stands where a table has no character; also what a reader is shown there.
    static final char HOLE = '\uFFFD';

    private static final char FREE = '◦';

    private static final String ALPHABET = """
            @£$¥èéùìòÇ␊Øø␍Åå
            Δ_ΦΓΛΩΠΨΣΘΞ·ÆæßÉ
             !"#¤%&'()*+,-./
            0123456789:;<=>?
            ¡ABCDEFGHIJKLMNO
            PQRSTUVWXYZÄÖÑÜ§
            ¿abcdefghijklmno
            pqrstuvwxyzäöñüà
            """;

    private static final String EXTENSION = """
            ··········␌··␊··
            ····^···········
            ········{}·····\\
            ············[~]·
            |···············
            ················
            ·····€··········
            ················
            """;

    private static final String INDIC_ALPHABET = """
            ◦◦◦◦◦◦◦◦◦◦␊◦◦␍◦◦
            ◦◦◦◦◦◦◦◦◦◦◦·◦◦◦◦
             !◦◦◦◦◦◦)(◦◦,◦.◦
            0123456789:;◦◦◦?
            ◦◦◦◦◦◦◦◦◦◦◦◦◦◦◦◦
            ◦◦◦◦◦◦◦◦◦◦◦◦◦◦◦◦
            ◦abcdefghijklmno
            pqrstuvwxyz◦◦◦◦◦
            """;

    private static final String INDIC_EXTENSION = """
            @£$¥¿"¤%&'␌*+␍-/
            <=>¡^¡_#*◦◦·◦◦◦◦
            ◦◦◦◦◦◦◦◦{}◦◦◦◦◦\\
            ◦◦◦◦◦◦◦◦◦◦◦◦[~]◦
            |ABCDEFGHIJKLMNO
            PQRSTUVWXYZ·····
            ·····€··········
            ················
            """;

    /// The table that replaces the default alphabet; Spanish has none.
    static char[] locking(Gsm7.Language language) {
        return switch (language) {
            case DEFAULT, SPANISH -> cells(ALPHABET);
            case TURKISH -> with(ALPHABET, "04€ 07ı 0BĞ 0Cğ 1CŞ 1Dş 40İ 60ç");
            case PORTUGUESE ->
                with(
                        ALPHABET,
                        "04ê 06ú 07í 08ó 09ç 0BÔ 0Cô 0EÁ 0Fá 12ª 13Ç 14À 15∞ 16^ 17\\ 18€ 19Ó 1A| 1CÂ 1Dâ 1EÊ 24º 40Í "
                                + "5BÃ 5CÕ 5DÚ 60~ 7Bã 7Cõ 7D`");
            case BENGALI ->
                indic("0981..0983 0985..098C - - 098F..0990 - - 0993..09A8 - 09AA..09B0 - 09B2 - - - 09B6..09B9 "
                        + "09BC..09C4 - - 09C7..09C8 - - 09CB..09CE 09D7 09DC..09DD 09F0..09F1");
            case GUJARATI ->
                indic("0A81..0A83 0A85..0A8D - 0A8F..0A91 - 0A93..0AA8 - 0AAA..0AB0 - 0AB2..0AB3 - 0AB5..0AB9 "
                        + "0ABC..0AC5 - 0AC7..0AC9 - 0ACB..0ACD 0AD0 0AE0..0AE3 0AF1");
            case HINDI -> indic("0901..0903 0905..0939 093C..094D 0950 0972 097B..097C 097E..097F");
            case KANNADA ->
                indic("- 0C82..0C83 0C85..0C8C - 0C8E..0C90 - 0C92..0CA8 - 0CAA..0CB3 - 0CB5..0CB9 0CBC..0CC4 - "
                        + "0CC6..0CC8 - 0CCA..0CCD 0CD5..0CD6 0CE0..0CE3");
            case MALAYALAM ->
                indic("- 0D02..0D03 0D05..0D0C - 0D0E..0D10 - 0D12..0D28 - 0D2A..0D39 - 0D3D..0D44 - 0D46..0D48 - "
                        + "0D4A..0D4D 0D57 0D60..0D63 0D79");
            case ORIYA ->
                indic("0B01..0B03 0B05..0B0C - - 0B0F..0B10 - - 0B13..0B28 - 0B2A..0B30 - 0B32..0B33 - 0B35..0B39 "
                        + "0B3C..0B44 - - 0B47..0B48 - - 0B4B..0B4D 0B56..0B57 0B60..0B63");
            case PUNJABI ->
                indic(
                        "0A01..0A03 0A05..0A0A - - - - 0A0F..0A10 - - 0A13..0A28 - 0A2A..0A30 - 0A32..0A33 - "
                                + "0A35..0A36 - 0A38..0A39 0A3C - 0A3E..0A42 - - - - 0A47..0A48 - - 0A4B..0A4D 0A51 0A70..0A74");
            case TAMIL ->
                indic("- 0B82..0B83 0B85..0B8A - - - 0B8E..0B90 - 0B92..0B95 - - - 0B99..0B9A - 0B9C - 0B9E..0B9F - - "
                        + "- 0BA3..0BA4 - - - 0BA8..0BAA - - - 0BAE..0BB9 - - 0BBE..0BC2 - - - 0BC6..0BC8 - 0BCA..0BCD "
                        + "0BD0 0BD7 0BF0..0BF2 0BF9");
            case TELUGU ->
                indic("0C01..0C03 0C05..0C0C - 0C0E..0C10 - 0C12..0C28 - 0C2A..0C33 - 0C35..0C39 - 0C3D..0C44 - "
                        + "0C46..0C48 - 0C4A..0C4D 0C55..0C56 0C60..0C63");
            case URDU ->
                indic("0627 0622 0628 067B 0680 067E 06A6 062A 06C2 067F 0679 067D 067A 067C 062B..062C 0681 0684 "
                        + "0683 0685..0687 062D..062F 068C 0688..068A 068F 068D 0630..0631 0691 0693 0699 0632 0696 0698 "
                        + "069A 0633..0639 0641..0642 06A9..06AB 06AF 06B3 06B1 0644..0646 06BA..06BC 0648 06C4 06D5 "
                        + "06C1 06BE 0621 06CC 06D0 06D2 064D 0650 064F 0657 0654..0655 0651 0653 0656 0670");
        };
    }

    /// The table of what follows an escape.
    static char[] single(Gsm7.Language language) {
        return switch (language) {
            case DEFAULT -> cells(EXTENSION);
            case TURKISH -> with(EXTENSION, "47Ğ 49İ 53Ş 63ç 67ğ 69ı 73ş");
            case SPANISH -> with(EXTENSION, "09ç 41Á 49Í 4FÓ 55Ú 61á 69í 6Fó 75ú");
            case PORTUGUESE ->
                with(
                        EXTENSION,
                        "05ê 09ç 0BÔ 0Cô 0EÁ 0Fá 12Φ 13Γ 15Ω 16Π 17Ψ 18Σ 19Θ 1FÊ 41À 49Í 4FÓ 55Ú 5BÃ 5CÕ 61Â 69í 6Fó "
                                + "75ú 7Bã 7Cõ 7Fâ");
            case BENGALI -> indicShift("09E6..09EF 09DF..09E3 09F2..09FA");
            case GUJARATI -> indicShift("0964..0965 0AE6..0AEF");
            case HINDI -> indicShift("0964..096F 0951..0954 0958..0963 0970..0971");
            case KANNADA -> indicShift("0964..0965 0CE6..0CEF 0CDE 0CF1..0CF2");
            case MALAYALAM -> indicShift("0964..0965 0D66..0D75 0D7A..0D7F");
            case ORIYA -> indicShift("0964..0965 0B66..0B6F 0B5C..0B5D 0B5F 0B70..0B71");
            case PUNJABI -> indicShift("0964..0965 0A66..0A6F 0A59..0A5C 0A5E 0A75");
            case TAMIL -> indicShift("0964..0965 0BE6..0BEF 0BF3..0BF8 0BFA");
            case TELUGU -> indicShift("- - 0C66..0C6F 0C58..0C59 0C78..0C7F");
            case URDU ->
                indicShift("0600..0601 06F0..06F9 060C..0614 061B 061F 0640 0652 0658 066B..066C 0672..0673 06CD 06D4");
        };
    }

    private static char[] cells(String drawing) {
        char[] cells = drawing.replace("\n", "").toCharArray();
        for (int septet = 0; septet < SIZE; septet++) {
            cells[septet] = switch (cells[septet]) {
                case '␊' -> '\n';
                case '␌' -> '\f';
                case '␍' -> '\r';
                case '·' -> HOLE;
                default -> cells[septet];
            };
        }
        return cells;
    }

    /// A table with some places taken by others, each written as its place in hexadecimal and the character.
    private static char[] with(String drawing, String changes) {
        char[] cells = cells(drawing);
        for (String change : changes.split(" ", -1)) {
            cells[HexFormat.fromHexDigits(change, 0, 2)] = change.charAt(2);
        }
        return cells;
    }

    private static char[] indic(String letters) {
        return filled(INDIC_ALPHABET, letters);
    }

    private static char[] indicShift(String letters) {
        return filled(INDIC_EXTENSION, letters);
    }

    /// A table whose free places take the letters in order: single code points and ranges, `-` leaves a place
    /// empty.
    private static char[] filled(String drawing, String letters) {
        char[] cells = cells(drawing);
        int[] points = Arrays.stream(letters.split(" ", -1))
                .flatMapToInt(GsmTables::points)
                .toArray();
        int next = 0;
        for (int septet = 0; septet < SIZE; septet++) {
            if (cells[septet] == FREE) {
                cells[septet] = next < points.length ? (char) points[next] : HOLE;
                next++;
            }
        }
        return cells;
    }

    private static IntStream points(String letters) {
        if (letters.equals("-")) {
            return IntStream.of(HOLE);
        }
        int first = HexFormat.fromHexDigits(letters, 0, 4);
        int last = HexFormat.fromHexDigits(letters, letters.length() - 4, letters.length());
        return IntStream.rangeClosed(first, last);
    }
}
