package org.esquive.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Connections to write and connections to read, apart, so that no page keeps a text waiting.
final class Pools implements AutoCloseable {
    /// Who writes at once: texts, settlements, claims, the office, and the beat of the node.
    static final int MOST_WRITING = 8;

    /// Who reads at once.
    static final int MOST_READING = 6;

    /// How long a connection is waited for, and how long opening one may take.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /// How long the server may leave a question unanswered.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration CHECK = Duration.ofSeconds(1);

    /// A session says what it is for. Whoever writes finds rows by their keys alone, whatever the statistics of a
    /// young database say; a node that is stopped in the middle of a transaction loses it after some seconds, and
    /// the others go on; nobody waits for a lock longer than the network waits for an answer.
    private static final String SETTINGS =
            "-c idle_in_transaction_session_timeout=5s -c lock_timeout=10s -c statement_timeout=14s -c jit=off";

    private static final String BY_KEY = " -c enable_seqscan=off -c enable_memoize=off";

    /// An upgrade takes as long as the tables are large, and the connection that holds its lock says nothing meanwhile.
    private static final String UNHURRIED = "-c lock_timeout=10s -c jit=off";

    private static final int MOST_UPGRADING = 2;

    /// What is acknowledged is on the disk of the server, whatever its default is; a stricter one stays.
    private static final String DURABLE = """
            select case when current_setting('synchronous_commit') in ('off', 'local')
                        then set_config('synchronous_commit', 'on', false) end""";

    private final Access access;
    private final HikariDataSource writing;
    private final HikariDataSource reading;

    /// @throws org.esquive.ledger.LedgerUnavailable if the address is none
    Pools(Access access) {
        if (!access.isReadable()) {
            throw Trouble.of(
                    "ESQUIVE_DATABASE_URL is no address such as jdbc:postgresql://db.example.org/esquive: correct it.",
                    new IllegalArgumentException("an address that cannot be read"));
        }
        this.access = access;
        writing = new HikariDataSource(config(access, "write", MOST_WRITING, SETTINGS + BY_KEY));
        HikariConfig readers = config(access, "read", MOST_READING, SETTINGS);
        readers.setReadOnly(true);
        readers.setAutoCommit(true);
        reading = new HikariDataSource(readers);
    }

    private static HikariConfig config(Access access, String purpose, int most, String settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("esquive-" + purpose);
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password().reveal());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(CHECK.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(DURABLE);
        config.setDataSourceProperties(driver(access, purpose, settings));
        return config;
    }

    private static Properties driver(Access access, String purpose, String settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "esquive " + purpose);
        properties.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("options", settings);
        if (!access.url().contains("targetServerType")) {
            properties.setProperty("targetServerType", "primary");
        }
        return properties;
    }

    Connection toWrite() throws SQLException {
        return writing.getConnection();
    }

    Connection toRead() throws SQLException {
        return reading.getConnection();
    }

    /// Gives a connection up for good: it leads to the wrong server, or into nothing.
    void throwAway(Connection connection) {
        writing.evictConnection(connection);
        reading.evictConnection(connection);
    }

    /// Connections for the upgrade of the schema, which nobody hurries; to be closed after it.
    HikariDataSource toUpgrade() {
        HikariConfig config = config(access, "upgrade", MOST_UPGRADING, UNHURRIED);
        config.addDataSourceProperty("socketTimeout", "0");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
    }
}
