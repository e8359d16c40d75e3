package org.esquive.site;

import org.esquive.ledger.Figures;

/// What the page says of 30 days: rounded down to two digits, or to tens where that is less, and nothing at all when
/// there is too little to hide in.
///
/// @param texts texts received, as far as people sent them
/// @param replies answers decided
/// @param raid texts that came in a flood
record Counts(long texts, long replies, long raid) {
    /// Nothing to show, or nothing that can be read now.
    static final Counts HIDDEN = new Counts(0, 0, 0);

    private static final int STEP = 10;
    private static final int MOST_TOLD = 100;

    static Counts of(Figures.Totals totals) {
        return new Counts(roundedDown(totals.organic()), roundedDown(totals.replies()), roundedDown(totals.raid()));
    }

    /// Whether there is enough to show; below ten everything is hidden.
    public boolean shown() {
        return texts > 0 || raid > 0;
    }

    private static long roundedDown(long exact) {
        long step = STEP;
        while (exact / step >= MOST_TOLD) {
            step *= STEP;
        }
        return exact / step * step;
    }
}
