package org.esquive.lab.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.esquive.lab.faults.rig.Rig;

/// How many replies of a run are in a state, as the ledger has it.
final class States {
    private States() {}

    static long count(Rig rig, String state) {
        try (Connection connection = rig.source().ledger().open();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from text where state = ?")) {
            statement.setString(1, state);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
