package org.esquive.lab.faults.rig;

import java.nio.file.Path;

/// What the program keeps its ledger in, and as how many equal nodes it runs.
public sealed interface Target {
    /// How a table is headed.
    String name();

    /// How many processes share the ledger.
    int nodes();

    /// Makes a place for the ledger of one run.
    ///
    /// @param data the folder of the first node's data
    Store open(Path data);

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
        public Store open(Path data) {
            return new Store.File(data.resolve("esquive.db"));
        }
    }

    /// Processes that share a PostgreSQL.
    record Postgres(int nodes) implements Target {
        @Override
        public String name() {
            return "PostgreSQL, " + (nodes == 1 ? "one node" : nodes + " nodes");
        }

        @Override
        public Store open(Path data) {
            return new Database();
        }
    }
}
