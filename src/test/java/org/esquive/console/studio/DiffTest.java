package org.esquive.console.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.esquive.console.studio.Diff.Fate;
import org.esquive.console.studio.Diff.Run;
import org.junit.jupiter.api.Test;

/// How one text became another.
class DiffTest {

    @Test
    void aChangedWordIsShownBetweenTheOthers() {
        assertThat(Diff.of("Merci de ne pas insister.", "Merci de ne plus insister."))
                .containsExactly(
                        new Run(Fate.SAME, "Merci de ne "),
                        new Run(Fate.GONE, "pas"),
                        new Run(Fate.NEW, "plus"),
                        new Run(Fate.SAME, " insister."));
    }

    @Test
    void changesWithNothingButASpaceBetweenThemAreOne() {
        assertThat(Diff.of("un deux trois fin", "one two trois end"))
                .containsExactly(
                        new Run(Fate.GONE, "un deux"),
                        new Run(Fate.NEW, "one two"),
                        new Run(Fate.SAME, " trois "),
                        new Run(Fate.GONE, "fin"),
                        new Run(Fate.NEW, "end"));
    }

    @Test
    void nothingAndSomething() {
        assertThat(Diff.of("", "new")).containsExactly(new Run(Fate.NEW, "new"));
        assertThat(Diff.of("old", "")).containsExactly(new Run(Fate.GONE, "old"));
        assertThat(Diff.of("", "")).isEmpty();
    }

    @Test
    void theRunsMakeBothTexts() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            String old = words(random);
            String fresh = words(random);
            var runs = Diff.of(old, fresh);
            assertThat(without(runs, Fate.NEW)).isEqualTo(old);
            assertThat(without(runs, Fate.GONE)).isEqualTo(fresh);
        }
    }

    @Test
    void veryLongTextsAreNotComparedWordByWord() {
        String old = "a ".repeat(5_000);
        assertThat(Diff.of(old, old + "b")).containsExactly(new Run(Fate.GONE, old), new Run(Fate.NEW, old + "b"));
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            words.append((char) ('a' + random.nextInt(4))).append(random.nextInt(3) == 0 ? "\n" : " ");
        }
        return words.toString();
    }

    private static String without(List<Run> runs, Fate fate) {
        return runs.stream().filter(run -> run.fate() != fate).map(Run::text).collect(Collectors.joining());
    }
}
