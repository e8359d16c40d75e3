package org.esquive.ledger.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.esquive.ledger.sql.Sql;
import org.jspecify.annotations.Nullable;

/// A connection that is opened when it is needed, and anew after it was thrown away because something failed on it.
/// For one thread at a time.
final class Renewable {
    private final Opening opening;
    private @Nullable Sql connection;

    /// Opens a connection.
    interface Opening {
        Connection open() throws SQLException;
    }

    Renewable(Opening opening) {
        this.opening = opening;
    }

    Sql open() throws SQLException {
        Sql sql = connection;
        if (sql == null) {
            sql = new Sql(opening.open());
            connection = sql;
        }
        return sql;
    }

    /// Closes it; what was not committed is rolled back.
    void throwAway() {
        Sql broken = connection;
        connection = null;
        if (broken != null) {
            Storage.closeQuietly(broken);
        }
    }
}
