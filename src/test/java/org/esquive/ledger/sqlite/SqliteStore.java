package org.esquive.ledger.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.esquive.lab.Desk;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;

/// A ledger in a file that is gone after the test.
public record SqliteStore(Path file) implements Desk.Store {

    @Override
    public Ledger open(Keyring keyring) {
        return SqliteLedger.open(file, keyring);
    }

    @Override
    public List<String> dump() {
        List<String> values = new ArrayList<>();
        for (String table : List.of(
                "line",
                "sender",
                "text",
                "opt_out",
                "tally",
                "alert",
                "long_text",
                "early_receipt",
                "settings",
                "audit",
                "person",
                "recovery_code",
                "session")) {
            values.addAll(query("select * from " + table));
        }
        return values;
    }

    @Override
    public int count(String table) {
        return Integer.parseInt(query("select count(*) from " + table).getFirst());
    }

    /// Every value that a query finds, row by row; bytes as hexadecimal digits.
    public List<String> query(String query) {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(text(rows.getObject(i)));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /// Changes the file behind the ledger's back.
    public void execute(String change) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(change);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
