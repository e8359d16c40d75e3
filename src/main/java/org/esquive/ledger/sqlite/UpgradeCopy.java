package org.esquive.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Sql;

/// A copy of the ledger as it was before it is brought to another schema, beside it, so that an upgrade can be taken
/// back.
/// A copy that was begun and not ended is begun anew.
///
/// @param file the ledger
record UpgradeCopy(Path file) {

    /// Makes it.
    ///
    /// @param schema the version that the ledger has
    /// @throws LedgerUnavailable if it cannot be made, with what to do
    void of(String schema, Sql sql) throws SQLException {
        Path copy = file.resolveSibling(file.getFileName() + ".before-upgrade-of-schema-" + schema);
        Path begun = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.deleteIfExists(begun);
            Storage.keepFromOthers(begun);
            int _ = sql.change("vacuum into ?", begun.toString());
            Files.move(begun, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new LedgerUnavailable(
                    "The ledger " + file + " cannot be copied before its upgrade: make room beside it for a copy.",
                    failure);
        }
    }
}
