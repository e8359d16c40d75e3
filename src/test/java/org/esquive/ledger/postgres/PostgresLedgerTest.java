package org.esquive.ledger.postgres;

import org.esquive.lab.Desk;
import org.esquive.ledger.LedgerContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/// The ledger of several nodes keeps every promise of a ledger.
@Tag("slow")
class PostgresLedgerTest implements LedgerContract {
    private PostgresStore store;
    private Desk desk;

    @BeforeEach
    void open() {
        store = new PostgresStore();
        desk = new Desk(store);
    }

    @AfterEach
    void close() {
        desk.close();
        store.close();
    }

    @Override
    public Desk desk() {
        return desk;
    }
}
