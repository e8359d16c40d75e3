package org.esquive.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.esquive.ledger.move.Move;

/// Says on the terminal how many rows of which table were copied: a line a table, and one for each million.
final class RowCount implements Move.Progress {
    private static final long OFTEN = 1_000_000;

    private final PrintWriter err;
    private String table = "";
    private long rows;
    private long came;

    RowCount(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begins(String name, long count) {
        done();
        table = name;
        rows = count;
        came = 0;
    }

    @Override
    public void came(long more) {
        if (came / OFTEN < (came + more) / OFTEN && came + more < rows) {
            say(came + more);
        }
        came += more;
    }

    /// The last table is through.
    void done() {
        if (!table.isEmpty()) {
            say(came);
        }
        table = "";
    }

    private void say(long reached) {
        err.printf(Locale.ROOT, "%s: %,d of %,d rows%n", table, reached, rows);
        err.flush();
    }
}
