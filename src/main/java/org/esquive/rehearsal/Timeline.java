package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What happened when, in stretches of time that are as long as each other: what the picture is drawn from.
public final class Timeline {
    private static final int MOST_STRETCHES = 78;

    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private final Instant start;
    private final Duration stretch;
    private final long[] texts;
    private final long[] replies;
    private final Guard[] guards;

    /// What kept somebody from being answered, the strongest last.
    public enum Guard {
        /// Nothing.
        NONE('·'),
        /// A limit was used up.
        LIMIT('L'),
        /// A flood was told to the keeper, and people were still answered.
        TOLD('f'),
        /// Numbers lay beside each other.
        NEIGHBOURS('N'),
        /// The latest replies did harm.
        BREAKER('B'),
        /// A flood stopped all replies.
        FLOOD('F');

        private final char letter;

        Guard(char letter) {
            this.letter = letter;
        }

        /// How it is drawn.
        char letter() {
            return letter;
        }
    }

    /// A time with nothing in it yet.
    Timeline(Instant start, Instant end) {
        Duration all = Duration.between(start, end);
        this.start = start;
        this.stretch = LENGTHS.stream()
                .filter(length -> all.dividedBy(length) < MOST_STRETCHES)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a story of less than 78 days"));
        int stretches = (int) all.dividedBy(stretch) + 1;
        this.texts = new long[stretches];
        this.replies = new long[stretches];
        this.guards = new Guard[stretches];
        Arrays.fill(guards, Guard.NONE);
    }

    void text(Instant at) {
        texts[index(at)]++;
    }

    void reply(Instant at) {
        replies[index(at)]++;
    }

    void guard(Instant at, Guard guard) {
        int index = index(at);
        guards[index] = guards[index].compareTo(guard) < 0 ? guard : guards[index];
    }

    /// How long each stretch is.
    Duration stretch() {
        return stretch;
    }

    /// The last moment of each stretch.
    List<Instant> ends() {
        return IntStream.rangeClosed(1, texts.length)
                .mapToObj(i -> start.plus(stretch.multipliedBy(i)).minusMillis(1))
                .toList();
    }

    long[] texts() {
        return texts.clone();
    }

    long[] replies() {
        return replies.clone();
    }

    Guard[] guards() {
        return guards.clone();
    }

    /// What comes after the end counts in the last.
    private int index(Instant at) {
        return (int) Math.min(Duration.between(start, at).dividedBy(stretch), texts.length - 1);
    }
}
