package org.esquive.channel;

/// A part of a whole that several nodes share.
///
/// @param part 0 to all
/// @param of how many parts there are, at least 1
public record Share(int part, int of) {
    /// The whole.
    public static final Share WHOLE = new Share(1, 1);

    /// @throws IllegalArgumentException if it is no part
    public Share {
        if (of < 1 || part < 0 || part > of) {
            throw new IllegalArgumentException("expected 0 to " + of + " parts");
        }
    }
}
