package org.esquive.console.studio;

import java.util.ArrayList;
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

    /// One run a stretch of one fate. White space between two changes is part of them: what is left is easier to read.
    private static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        StringBuilder gone = new StringBuilder();
        StringBuilder fresh = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean changes = !gone.isEmpty() || !fresh.isEmpty();
            if (run.fate() == Fate.GONE) {
                gone.append(run.text());
            } else if (run.fate() == Fate.NEW) {
                fresh.append(run.text());
            } else if (changes
                    && run.text().isBlank()
                    && i + 1 < runs.size()
                    && runs.get(i + 1).fate() != Fate.SAME) {
                gone.append(run.text());
                fresh.append(run.text());
            } else {
                flush(joined, Fate.GONE, gone);
                flush(joined, Fate.NEW, fresh);
                same.append(run.text());
            }
            if (!gone.isEmpty() || !fresh.isEmpty()) {
                flush(joined, Fate.SAME, same);
            }
        }
        flush(joined, Fate.SAME, same);
        flush(joined, Fate.GONE, gone);
        flush(joined, Fate.NEW, fresh);
        return List.copyOf(joined);
    }

    private static void flush(List<Run> runs, Fate fate, StringBuilder text) {
        if (!text.isEmpty()) {
            runs.add(new Run(fate, text.toString()));
            text.setLength(0);
        }
    }
}
