package org.esquive.cli;

import java.io.PrintWriter;

/// A row of dots on the terminal that grows while something takes long. Several threads may work on the same thing.
final class Progress {
    private static final int DOTS = 50;

    private final PrintWriter err;
    private final int total;
    private int reached;
    private int shown;

    /// @param total how many steps there will be, at least 1
    Progress(PrintWriter err, String what, int total) {
        this.err = err;
        this.total = total;
        err.print(what + " ");
        err.flush();
    }

    /// @param steps how many were made; more than there were to be show as no more than that
    synchronized void step(int steps) {
        reached = Math.min(reached + steps, total);
        int dots = (int) ((long) reached * DOTS / total);
        while (shown < dots) {
            shown++;
            err.print('.');
            err.flush();
        }
    }

    synchronized void done() {
        err.println(reached == total ? " done" : " stopped");
        err.flush();
    }
}
