package org.esquive.site;

import org.esquive.ledger.Figures;

/// What the page says of the last 30 days: rounded down to tens, and nothing at all when there is too little to
/// hide in.
///
/// @param texts texts received, as far as people sent them
/// @param replies answers decided
/// @param raid texts that came in a flood
record Counts(long texts, long replies, long raid) {
    /// Nothing to show, or nothing that can be read now.
    static final Counts HIDDEN = new Counts(0, 0, 0);

    private static final int STEP = 10;

    static Counts of(Figures.Totals totals) {
        return new Counts(roundedDown(totals.organic()), roundedDown(totals.replies()), roundedDown(totals.raid()));
    }

    /// Whether there is enough to show; below ten everything is hidden.
    public boolean shown() {
        return texts > 0 || raid > 0;
    }

    private static long roundedDown(long exact) {
        return exact / STEP * STEP;
    }
}
