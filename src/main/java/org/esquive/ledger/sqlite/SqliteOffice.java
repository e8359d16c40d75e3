package org.esquive.ledger.sqlite;

import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Office;
import org.esquive.ledger.People;
import org.esquive.ledger.Sessions;
import org.esquive.ledger.TokenBook;

/// The keepers' office, in the file of the ledger.
record SqliteOffice(Writer writer, Readers readers, Keyring keyring) implements Office {

    @Override
    public AuditLog audit() {
        return new SqliteAudit(writer, readers);
    }

    @Override
    public People people() {
        return new SqlitePeople(writer, readers, keyring);
    }

    @Override
    public Sessions sessions() {
        return new SqliteSessions(writer, readers);
    }

    @Override
    public TokenBook tokens() {
        return new SqliteTokens(writer, readers);
    }

    @Override
    public DeliveryBook deliveries() {
        return new SqliteDeliveries(writer, readers);
    }

    @Override
    public Chronicle chronicle() {
        return new SqliteChronicle(writer, readers);
    }
}
