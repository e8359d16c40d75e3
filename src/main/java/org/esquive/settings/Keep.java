package org.esquive.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a line keeps of what is written to it, for its keepers to read: usually nothing.
///
/// What is kept is sealed with the instance key, shown to keepers only, and gone when its time is over. It
/// never leaves by
/// an export, the interface for programs or a log.
///
/// @param what what is kept
/// @param span how long, 1 hour to 30 days; the usual one where nothing is kept
public record Keep(What what, Duration span) {
    /// The shortest time.
    public static final Duration LEAST = Duration.ofHours(1);

    /// The longest time.
    public static final Duration MOST = Duration.ofDays(30);

    /// The time unless the keeper says otherwise.
    public static final Duration USUAL = Duration.ofDays(7);

    /// Nothing.
    public static final Keep NOTHING = new Keep(What.NOTHING, USUAL);

    /// What is kept.
    public enum What {
        NOTHING,
        /// The words.
        TEXTS,
        /// The words, and the number they came from.
        NUMBERS_AND_TEXTS;

        /// The word in the settings, such as `numbers-and-texts`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// What a word in the settings means, if it means anything.
        public static Optional<What> of(String word) {
            return Arrays.stream(values())
                    .filter(what -> what.word().equals(word))
                    .findFirst();
        }
    }

    /// @throws IllegalArgumentException if the time is out of its range
    public Keep {
        if (span.compareTo(LEAST) < 0 || span.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("expected a time of 1 hour to 30 days");
        }
        span = what == What.NOTHING ? USUAL : span;
    }

    /// Whether anything is kept.
    public boolean isOn() {
        return what != What.NOTHING;
    }

    /// Whether the number is kept with the words.
    public boolean withNumbers() {
        return what == What.NUMBERS_AND_TEXTS;
    }
}
