package org.esquive.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// How far a keeper's phone is believed: a number can be forged, and six digits can be guessed by who may try often.
///
/// @param lastStep the latest step whose code was used; neither it nor an earlier one is taken again
/// @param wrong when wrong codes came within the last hour
/// @param deafUntil until when nothing is taken
record Trust(long lastStep, List<Instant> wrong, Instant deafUntil) {
    /// Wrong codes that may come within an hour.
    static final int MOST_WRONG = 5;

    /// How long wrong codes are remembered, and how long nothing is taken after too many.
    static final Duration HOUR = Duration.ofHours(1);

    /// A phone that never sent an order.
    static Trust since(long lastStep) {
        return new Trust(lastStep, List.of(), Instant.EPOCH);
    }

    Trust {
        wrong = List.copyOf(wrong);
    }

    boolean isDeaf(Instant now) {
        return now.isBefore(deafUntil);
    }

    Trust afterRight(long step) {
        return new Trust(step, List.of(), deafUntil);
    }

    Trust afterWrong(Instant now) {
        List<Instant> latest = Stream.concat(wrong.stream().filter(at -> at.isAfter(now.minus(HOUR))), Stream.of(now))
                .toList();
        return latest.size() < MOST_WRONG
                ? new Trust(lastStep, latest, deafUntil)
                : new Trust(lastStep, List.of(), now.plus(HOUR));
    }
}
