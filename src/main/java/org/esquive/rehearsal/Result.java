package org.esquive.rehearsal;

import java.time.Duration;
import java.util.Optional;
import org.esquive.ledger.Figures;

/// What came of a story under one protection.
///
/// @param protection which
/// @param totals what the ledger says; nothing where there was none
/// @param texts texts that came in, answers to our replies among them
/// @param left replies that left
/// @param segments segments of them
/// @param reaction how long after the attack began the keeper was told, if at all
/// @param reached who got a reply
/// @param timeline what happened when
public record Result(
        Protection protection,
        Figures.Totals totals,
        long texts,
        long left,
        long segments,
        Optional<Duration> reaction,
        Reached reached,
        Timeline timeline) {
    /// The first number answered in two segments.
    private static final int SEGMENTS_OF_2017 = 2;

    /// What came of answering everybody.
    static Result ofAnsweringAll(Witness witness, Timeline timeline) {
        return new Result(
                Protection.NONE,
                Figures.Totals.NONE,
                witness.texts(),
                witness.replies(),
                witness.replies() * SEGMENTS_OF_2017,
                Optional.empty(),
                witness.reached(),
                timeline);
    }
}
