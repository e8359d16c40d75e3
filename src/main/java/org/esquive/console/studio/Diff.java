package org.esquive.console.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How one text became another, word by word.
final class Diff {
    private static final Pattern WORD = Pattern.compile("\\s+|\\S+");

    /// Most pairs of words that are compared; beyond it the whole is another.
    private static final int MOST_PAIRS = 250_000;

    private Diff() {}

    /// What happened to some words.
    enum Fate {
        SAME,
        GONE,
        NEW
    }

    /// Some words in a row.
    record Run(Fate fate, String text) {}

    /// The runs in order: those that are not new make the old text, those that are not gone the new one.
    static List<Run> of(String old, String fresh) {
        List<String> before = words(old);
        List<String> after = words(fresh);
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            return joined(List.of(new Run(Fate.GONE, old), new Run(Fate.NEW, fresh)));
        }
        return joined(walk(before, after, common(before, after)));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /// How many words the ends of both have in common, from each pair of places.
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Run> walk(List<String> before, List<String> after, int[][] common) {
        List<Run> runs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                runs.add(new Run(Fate.SAME, before.get(i++)));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                runs.add(new Run(Fate.GONE, before.get(i++)));
            } else {
                runs.add(new Run(Fate.NEW, after.get(j++)));
            }
        }
        return runs;
    }

    /// Neighbours of one fate as one run, empty ones left out.
    private static List<Run> joined(List<Run> runs) {
        Deque<Run> joined = new ArrayDeque<>();
        for (Run run : runs) {
            if (!joined.isEmpty() && joined.getLast().fate() == run.fate()) {
                joined.addLast(new Run(run.fate(), joined.removeLast().text() + run.text()));
            } else if (!run.text().isEmpty()) {
                joined.addLast(run);
            }
        }
        return List.copyOf(joined);
    }
}
