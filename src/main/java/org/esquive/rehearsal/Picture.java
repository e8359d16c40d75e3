package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.esquive.rehearsal.Timeline.Guard;

/// A story as people would rather see it: texts in, replies out and what held them back, one character a stretch
/// of time. All rows have one scale, on which four times as much is twice as high.
///
/// @param unprotected what came of answering everybody
/// @param guarded what came of all guards
record Picture(Result unprotected, Result guarded) {
    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final int FULL = BARS.length() - 1;

    String text() {
        long most = Math.max(
                most(guarded.timeline().texts()), most(unprotected.timeline().replies()));
        StringBuilder picture = new StringBuilder();
        row(picture, "texts in", bars(guarded.timeline().texts(), most));
        row(picture, "replies, 2017", bars(unprotected.timeline().replies(), most));
        row(picture, "replies, guarded", bars(guarded.timeline().replies(), most));
        row(picture, "guards", letters(guarded.timeline().guards()));
        row(picture, "", legend());
        return picture.toString();
    }

    /// The same for whoever draws it otherwise.
    List<Stretch> stretches() {
        long[] texts = guarded.timeline().texts();
        long[] without = unprotected.timeline().replies();
        long[] with = guarded.timeline().replies();
        Guard[] guards = guarded.timeline().guards();
        List<Instant> ends = guarded.timeline().ends();
        Duration length = guarded.timeline().stretch();
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new Stretch(
                        ends.get(i).minus(length).plusMillis(1), length, texts[i], without[i], with[i], guards[i]))
                .toList();
    }

    private static void row(StringBuilder picture, String what, String line) {
        picture.append("  %-16s  %s".formatted(what, line).stripTrailing()).append('\n');
    }

    private static String bars(long[] counts, long most) {
        StringBuilder bars = new StringBuilder(counts.length);
        for (long count : counts) {
            int height = (int) Math.round(FULL * Math.sqrt(count / (double) most));
            bars.append(BARS.charAt(count == 0 ? 0 : Math.max(1, height)));
        }
        return bars.toString();
    }

    private static String letters(Guard[] guards) {
        return Arrays.stream(guards)
                .map(guard -> String.valueOf(guard.letter()))
                .collect(Collectors.joining());
    }

    private String legend() {
        Set<Guard> seen = EnumSet.copyOf(Arrays.asList(guarded.timeline().guards()));
        seen.remove(Guard.NONE);
        String guards = seen.stream()
                .map(guard -> ", %c %s".formatted(guard.letter(), meaning(guard)))
                .collect(Collectors.joining());
        return "one character is " + Spoken.time(guarded.timeline().stretch()) + guards;
    }

    private static String meaning(Guard guard) {
        return switch (guard) {
            case NONE -> "nothing";
            case LIMIT -> "limit used up";
            case TOLD -> "a flood of few";
            case NEIGHBOURS -> "numbers in a row";
            case BREAKER -> "replies did harm";
            case FLOOD -> "flood, no replies";
        };
    }

    private static long most(long[] counts) {
        return Math.max(1, Arrays.stream(counts).max().orElse(1));
    }
}
