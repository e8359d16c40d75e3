package org.esquive.message;

/// Which piece of a long text something is, as its header says (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8; or the
/// `sar_` parameters of SMPP 3.4, 5.3.2.22 to 24). Only what a phone could send: a header that contradicts itself is
/// no segment, see [#isPossible(int, int)].
///
/// @param reference what the pieces of one text have in common, 0 to 65,535
/// @param wide whether the reference has 16 bits; one of 8 bits with the same number is another text's
/// @param total how many pieces the text has, 1 to 255
/// @param number which of them this is, 1 to `total`
public record Segment(int reference, boolean wide, int total, int number) {
    /// @throws IllegalArgumentException if it cannot be
    public Segment {
        if (reference < 0 || reference > (wide ? 0xffff : 0xff) || !isPossible(total, number)) {
            throw new IllegalArgumentException("expected a reference of 8 or 16 bits and a number from 1 to the total");
        }
    }

    /// Whether there can be such a piece: the standard has a phone ignore a header with a total of 0, a number of
    /// 0 or a number beyond the total.
    public static boolean isPossible(int total, int number) {
        return total >= 1 && total <= 255 && number >= 1 && number <= total;
    }
}
