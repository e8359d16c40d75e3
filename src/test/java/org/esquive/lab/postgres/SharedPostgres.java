package org.esquive.lab.postgres;

/// The one server of all tests of a run. It starts when it is first asked for, keeps nothing well, and ends with
/// the run.
public final class SharedPostgres {
    private SharedPostgres() {}

    /// Whoever stops or harms a server starts one of their own.
    public static PostgresServer server() {
        return Started.SERVER;
    }

    /// Loaded when it is needed.
    private static final class Started {
        private static final PostgresServer SERVER = PostgresServer.start(Care.NONE);
    }
}
