package org.esquive.ledger.sqlite;

import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Office;

/// The keepers' office, in the file of the ledger.
record SqliteOffice(Writer writer, Readers readers) implements Office {

    @Override
    public AuditLog audit() {
        return new SqliteAudit(writer, readers);
    }
}
