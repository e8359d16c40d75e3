package org.esquive.ledger.sql;

import java.sql.SQLException;

/// A database as the ledger uses it: written in transactions, read beside them. For any thread.
///
/// What cannot be done is a [org.esquive.ledger.LedgerUnavailable], with one sentence for a keeper.
public interface Database {

    /// Does some work in one transaction, durable when this returns. If it fails nothing of it is kept.
    <T> T write(Work<T> work);

    /// Reads something of what is committed.
    <T> T read(Work<T> work);

    /// What the databases do each in their own way to keep things in order.
    Order order();

    /// What is done with a connection.
    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }
}
