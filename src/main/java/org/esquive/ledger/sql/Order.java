package org.esquive.ledger.sql;

import java.sql.SQLException;

/// How a database knows the order of what happened: rows with a place get it in the order of commits, and whoever
/// follows texts by their ids must know when none can still come before.
public interface Order {

    /// The place that was given last in a table; 0 if there never was one. It is known even if the row is forgotten.
    ///
    /// @param table one whose key is `place`
    long last(Sql sql, String table) throws SQLException;

    /// Whether every commit of late took less than a second or so, on every node.
    boolean areCommitsQuick();

    /// From now on writes what becomes of replies into `reply_news`, or no longer does and forgets what was written.
    void noteReplies(boolean wanted);
}
