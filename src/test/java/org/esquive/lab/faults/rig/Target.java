package org.esquive.lab.faults.rig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.esquive.lab.storm.Finals;

/// What the program keeps its ledger in, and as how many equal nodes it runs.
public sealed interface Target {
    /// How a table is headed.
    String name();

    /// How many processes share the ledger.
    int nodes();

    /// What a node finds in its environment, beside what every node does.
    ///
    /// @param data the folder of the node's data
    Map<String, String> environment(Path data);

    /// Opens the ledger to be read.
    ///
    /// @param data the folder of a node's data
    Finals.Connected ledger(Path data);

    /// Whether there is a ledger yet.
    boolean hasLedger(Path data);

    /// One process with its SQLite file.
    record Sqlite() implements Target {
        @Override
        public String name() {
            return "SQLite, one node";
        }

        @Override
        public int nodes() {
            return 1;
        }

        @Override
        public Map<String, String> environment(Path data) {
            return Map.of();
        }

        @Override
        public Finals.Connected ledger(Path data) {
            return Finals.sqlite(data.resolve("esquive.db"));
        }

        @Override
        public boolean hasLedger(Path data) {
            return Files.exists(data.resolve("esquive.db"));
        }
    }
}
