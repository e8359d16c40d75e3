package org.esquive.ledger.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.esquive.settings.Secret;

/// How a database is reached.
///
/// @param url such as `jdbc:postgresql://db1,db2/esquive`; of several hosts the one that takes writes is used
/// @param user who owns its tables
/// @param password may be empty if the server lets the user in without
public record Access(String url, String user, Secret password) {
    /// What every address begins with.
    public static final String SCHEME = "jdbc:postgresql:";

    /// Whether the address is one that the driver can read: it would print one that it cannot.
    boolean isReadable() {
        try {
            return url.startsWith(SCHEME) && DriverManager.getDriver(url).acceptsURL(url);
        } catch (SQLException none) {
            return false;
        }
    }

    /// Without the address: it may hold a password.
    @Override
    public String toString() {
        return "Access[***]";
    }
}
