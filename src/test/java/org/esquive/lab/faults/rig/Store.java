package org.esquive.lab.faults.rig;

import java.nio.file.Path;
import java.util.Map;
import org.esquive.lab.storm.Finals;

/// Where the ledger of one run is.
public sealed interface Store extends AutoCloseable permits Store.File, Database {
    /// What a node finds in its environment to get there.
    Map<String, String> environment(int node);

    /// Opens the ledger to be read.
    Finals.Connected ledger();

    @Override
    void close();

    /// A file of SQLite in the data folder of the only node.
    record File(Path path) implements Store {
        @Override
        public Map<String, String> environment(int node) {
            return Map.of();
        }

        @Override
        public Finals.Connected ledger() {
            return Finals.sqlite(path);
        }

        @Override
        public void close() {
            // It lies in the folder of the run.
        }
    }
}
