package org.esquive.cli;

import java.io.PrintWriter;
import java.util.Locale;

/// A line on the terminal that grows while something takes long.
final class Progress {
    private final PrintWriter err;
    private final String what;
    private final int total;
    private final int steps;
    private int shown;

    /// @param total what [#reached(int)] will come to, at least 1
    /// @param steps dots in the whole line
    Progress(PrintWriter err, String what, int total, int steps) {
        this.err = err;
        this.what = what;
        this.total = total;
        this.steps = steps;
        err.printf(Locale.ROOT, "playing: %-16s ", what);
        err.flush();
    }

    void reached(int count) {
        int step = (int) ((long) count * steps / total);
        while (shown < step) {
            shown++;
            err.print('.');
            err.flush();
        }
    }

    void done() {
        reached(total);
        err.println(" done");
        err.flush();
    }

    @Override
    public String toString() {
        return "Progress[%s, %d of %d]".formatted(what, shown, steps);
    }
}
