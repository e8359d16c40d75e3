package org.esquive.ledger.postgres;

import java.sql.SQLException;
import org.esquive.ledger.sql.Sql;

/// What is found in a database that is about to be filled.
final class Presence {
    private static final String TABLES = "select 1 from pg_tables where schemaname = current_schema() limit 1";

    private static final String OURS = """
            select 1 from pg_tables where schemaname = current_schema() and tablename = 'flyway_schema_history'""";

    /// A node speaks every second.
    private static final String NODES = """
            select 1 from node where not gone and seen_at > clock_timestamp() - interval '10 seconds' limit 1""";

    private Presence() {}

    /// Whether there are tables, of whomever.
    static boolean holdsTables(Sql sql) throws SQLException {
        return sql.any(TABLES);
    }

    /// Whether there is a ledger, of whatever age.
    static boolean holdsLedger(Sql sql) throws SQLException {
        return sql.any(OURS);
    }

    /// Whether there are tables, and no ledger.
    static boolean holdsOtherTables(Direct direct) {
        return direct.write(sql -> holdsTables(sql) && !holdsLedger(sql));
    }

    /// Whether a node runs on it.
    static boolean isUsed(Sql sql) throws SQLException {
        return sql.any(NODES);
    }
}
