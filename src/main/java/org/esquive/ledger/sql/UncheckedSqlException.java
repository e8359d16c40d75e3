package org.esquive.ledger.sql;

import java.sql.SQLException;

/// A failure of the database on its way through code that cannot declare it. Whoever runs the transaction takes it as
/// what it is.
public final class UncheckedSqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    UncheckedSqlException(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    /// What failed.
    public SQLException failure() {
        return failure;
    }
}
