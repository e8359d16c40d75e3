package org.esquive.ledger.sql;

import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Office;
import org.esquive.ledger.People;
import org.esquive.ledger.Sessions;
import org.esquive.ledger.TokenBook;

/// The keepers' office.
public record SqlOffice(Database database, Keyring keyring) implements Office {

    @Override
    public AuditLog audit() {
        return new SqlAudit(database);
    }

    @Override
    public People people() {
        return new SqlPeople(database, keyring);
    }

    @Override
    public Sessions sessions() {
        return new SqlSessions(database);
    }

    @Override
    public TokenBook tokens() {
        return new SqlTokens(database);
    }

    @Override
    public DeliveryBook deliveries() {
        return new SqlDeliveries(database);
    }

    @Override
    public Chronicle chronicle() {
        return new SqlChronicle(database);
    }
}
