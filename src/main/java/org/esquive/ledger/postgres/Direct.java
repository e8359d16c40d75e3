package org.esquive.ledger.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.esquive.ledger.sql.Database;
import org.esquive.ledger.sql.Sql;

/// One connection for work that takes long and is done once, such as moving a ledger: no statement is too long for
/// it. For one thread.
final class Direct implements AutoCloseable {
    private static final String TEN_SECONDS = "10";

    private final Connection connection;
    private final Sql sql;

    private Direct(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    static Direct open(Access access, String purpose) {
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password().reveal());
        properties.setProperty("ApplicationName", "esquive " + purpose);
        properties.setProperty("connectTimeout", TEN_SECONDS);
        properties.setProperty("loginTimeout", TEN_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", "-c lock_timeout=10s -c jit=off");
        if (!access.url().contains("targetServerType")) {
            properties.setProperty("targetServerType", "primary");
        }
        try {
            Connection connection = DriverManager.getConnection(access.url(), properties);
            connection.setAutoCommit(false);
            return new Direct(connection);
        } catch (SQLException failure) {
            throw Trouble.of(failure);
        }
    }

    /// Does some work in one transaction.
    ///
    /// @throws org.esquive.ledger.LedgerUnavailable if it cannot be done; nothing of it was kept
    <T> T write(Database.Work<T> work) {
        try {
            T result = work.in(sql);
            sql.commit();
            return result;
        } catch (SQLException failure) {
            rollBack();
            throw Trouble.of(failure);
        } catch (RuntimeException failure) {
            rollBack();
            throw failure;
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // The server rolls back what it hears no more of.
        }
    }

    @Override
    public void close() {
        try {
            sql.close();
        } catch (SQLException broken) {
            // It was to be thrown away.
        }
    }
}
