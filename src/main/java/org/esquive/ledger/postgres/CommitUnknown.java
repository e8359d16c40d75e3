package org.esquive.ledger.postgres;

import java.sql.SQLException;

/// The connection was lost while a transaction committed: it may be kept or not.
final class CommitUnknown extends SQLException {
    private static final long serialVersionUID = 1L;

    CommitUnknown(SQLException failure) {
        super("nobody knows whether it was committed", Trouble.state(failure), failure);
    }
}
