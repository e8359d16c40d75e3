package org.esquive.console.play;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.esquive.rehearsal.Stretch;
import org.esquive.rehearsal.Timeline.Guard;

/// The picture of a rehearsal in units of its own: a bar for each stretch of time, and a lane for each guard that held
/// replies back. Four times as much is twice as high, so that a handful of replies can be seen beside a raid.
///
/// @param width of the whole
/// @param bars from left to right
/// @param lanes one a guard that was seen, the weakest first
/// @param attack where the attack begins; -1 if there is none
/// @param from the first moment in words
/// @param to the last
/// @param each how long a bar is, in words
record Chart(int width, List<Bar> bars, List<Lane> lanes, int attack, String from, String to, String each) {
    /// Height of the highest bar.
    static final int HEIGHT = 120;

    static final int STEP = 10;

    /// A stretch of time.
    ///
    /// @param x its left side
    /// @param ghost how high the replies are where everybody is answered
    /// @param bar how high they are under the last protection
    /// @param from when it begins, in words
    /// @param texts texts in, in words
    /// @param without replies where everybody is answered, in words
    /// @param with replies under the last protection, in words
    record Bar(int x, int ghost, int bar, String from, String texts, String without, String with) {}

    /// When a guard held replies back.
    ///
    /// @param marks the left sides of the stretches
    record Lane(Guard guard, List<Integer> marks) {}

    static Chart of(Played played, Spoken spoken) {
        List<Stretch> stretches = played.stretches();
        long most = Math.max(
                1,
                stretches.stream()
                        .mapToLong(stretch -> Math.max(stretch.texts(), stretch.unprotected()))
                        .max()
                        .orElse(1));
        List<Bar> bars = IntStream.range(0, stretches.size())
                .mapToObj(i -> bar(i, stretches.get(i), most, spoken))
                .toList();
        List<Lane> lanes = Arrays.stream(Guard.values())
                .filter(guard -> guard != Guard.NONE)
                .map(guard -> lane(guard, stretches))
                .filter(lane -> !lane.marks().isEmpty())
                .toList();
        Stretch last = stretches.getLast();
        return new Chart(
                stretches.size() * STEP,
                bars,
                lanes,
                attack(played),
                spoken.moment(stretches.getFirst().from()),
                spoken.moment(last.from().plus(last.length())),
                Spoken.time(last.length()));
    }

    private static Bar bar(int i, Stretch stretch, long most, Spoken spoken) {
        return new Bar(
                i * STEP,
                height(stretch.unprotected(), most),
                height(stretch.guarded(), most),
                spoken.moment(stretch.from()),
                spoken.number(stretch.texts()),
                spoken.number(stretch.unprotected()),
                spoken.number(stretch.guarded()));
    }

    private static int height(long count, long most) {
        return count == 0 ? 0 : Math.max(3, (int) Math.round(HEIGHT * Math.sqrt(count / (double) most)));
    }

    private static Lane lane(Guard guard, List<Stretch> stretches) {
        return new Lane(
                guard,
                IntStream.range(0, stretches.size())
                        .filter(i -> stretches.get(i).guard() == guard)
                        .mapToObj(i -> i * STEP)
                        .toList());
    }

    private static int attack(Played played) {
        List<Stretch> stretches = played.stretches();
        return played.attack()
                .map(at -> STEP
                        * (int) stretches.stream()
                                .filter(stretch ->
                                        !stretch.from().plus(stretch.length()).isAfter(at))
                                .count())
                .orElse(-1);
    }
}
