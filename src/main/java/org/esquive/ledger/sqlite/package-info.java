/// The ledger on one machine: SQLite, embedded, in write-ahead mode and synchronous to the disk at every commit.
/// There is one writer behind a lock and a few readers beside it; the schema is in `db/sqlite`, its drawing one
/// package up.
///
/// Start with [org.esquive.ledger.sqlite.SqliteLedger]; [org.esquive.ledger.sqlite.Storage] is how the file is
/// opened and what is done when it cannot be.
@NullMarked
package org.esquive.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
