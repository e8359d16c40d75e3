package org.esquive.ledger.sqlite;

import java.nio.file.Path;
import org.esquive.lab.Desk;
import org.esquive.ledger.LedgerContract;
import org.esquive.ledger.RecallContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The ledger of one machine keeps every promise of a ledger.
class SqliteLedgerTest implements LedgerContract, RecallContract {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(new SqliteStore(folder.resolve("esquive.db")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Override
    public Desk desk() {
        return desk;
    }
}
