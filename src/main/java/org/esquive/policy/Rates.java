package org.esquive.policy;

import java.time.Instant;

/// What came in during a minute and the one before: enough for a rate that moves with each text, in six numbers.
///
/// @param minute full minutes since 1970
/// @param texts texts in it
/// @param people different people who wrote them
/// @param newcomers those of them who never wrote before
/// @param textsBefore the same of the minute before
/// @param peopleBefore the same of the minute before
/// @param newcomersBefore the same of the minute before
public record Rates(
        long minute, int texts, int people, int newcomers, int textsBefore, int peopleBefore, int newcomersBefore) {
    /// Nothing ever came in.
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0);

    private static final int SECONDS = 60;

    /// The numbers once a text came in. One of an earlier minute counts in the latest: clocks go back.
    Rates after(Flood.Coming text) {
        Rates then = at(text.at());
        long begun = then.minute * SECONDS;
        boolean first = text.lastAt().isEmpty() || text.lastAt().get().getEpochSecond() < begun;
        return new Rates(
                then.minute,
                then.texts + 1,
                then.people + (first ? 1 : 0),
                then.newcomers + (text.newcomer() ? 1 : 0),
                then.textsBefore,
                then.peopleBefore,
                then.newcomersBefore);
    }

    /// The numbers at a later moment, if nothing more came in.
    public Rates at(Instant later) {
        long now = Math.floorDiv(later.getEpochSecond(), SECONDS);
        return now > minute ? begin(now) : this;
    }

    private Rates begin(long now) {
        return now == minute + 1 ? new Rates(now, 0, 0, 0, texts, people, newcomers) : new Rates(now, 0, 0, 0, 0, 0, 0);
    }

    /// Texts within the last minute, as if those of the minute before had come evenly.
    public double textsAt(Instant now) {
        return texts + textsBefore * partOfBefore(now);
    }

    /// People within the last minute.
    public double peopleAt(Instant now) {
        return people + peopleBefore * partOfBefore(now);
    }

    /// Newcomers within the last minute.
    public double newcomersAt(Instant now) {
        return newcomers + newcomersBefore * partOfBefore(now);
    }

    private double partOfBefore(Instant now) {
        long passed = now.getEpochSecond() - minute * SECONDS;
        return Math.clamp(SECONDS - passed, 0, SECONDS) / (double) SECONDS;
    }
}
