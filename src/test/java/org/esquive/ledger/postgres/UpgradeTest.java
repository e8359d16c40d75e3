package org.esquive.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.esquive.lab.Fixtures;
import org.esquive.lab.postgres.FreshDatabase;
import org.esquive.settings.Secret;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A newer node comes to a database on which an older one works.
@Tag("slow")
class UpgradeTest {
    @RegisterExtension
    final FreshDatabase database = new FreshDatabase();

    private PostgresLedger open(String name) {
        Access access = new Access(database.url(), database.user(), new Secret(database.password()));
        return PostgresLedger.open(
                access, Fixtures.keyring(), new PostgresLedger.Opener(name, "test", InstantSource.system()));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /// The schema of the release before, with writes to its tables under way: only the rows of lines, in short
    /// transactions, as that release makes them.
    @Test
    void whatWasBegunOnTheSchemaBeforeGoesOnWhileItIsBroughtUpToDate() throws Exception {
        var _ = Flyway.configure(getClass().getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/postgres")
                .target("1")
                .load()
                .migrate();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> older = threads.submit(() -> writes(begun, over));
            begun.await();
            open("newer").close();
            over.set(true);
            assertThat(older.get()).isPositive();
        }
    }

    private int writes(CountDownLatch begun, AtomicBoolean over) throws SQLException {
        int writes = 0;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!over.get()) {
                int _ = statement.executeUpdate(
                        "insert into line values ('before', '', '', '') on conflict do nothing");
                var _ = statement.executeQuery("select 1 from line where line_id = 'before' for update");
                connection.commit();
                writes++;
                begun.countDown();
            }
        }
        return writes;
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseGetNumbersOfTheirOwn() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PostgresLedger> start = () -> open("one of three");
            List<PostgresLedger> ledgers = new ArrayList<>();
            for (Future<PostgresLedger> ledger : threads.invokeAll(Collections.nCopies(3, start))) {
                ledgers.add(ledger.get());
            }
            assertThat(ledgers).extracting(ledger -> ledger.nodes().number()).containsExactlyInAnyOrder(0, 1, 2);
            ledgers.forEach(PostgresLedger::close);
        }
    }

    /// The connection with its lock is idle in a transaction for as long as the upgrade takes.
    @Test
    void nobodyHurriesAnUpgrade() throws Exception {
        Access access = new Access(database.url(), database.user(), new Secret(database.password()));
        try (Pools pools = new Pools(access);
                HikariDataSource source = pools.toUpgrade();
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('statement_timeout'),"
                        + " current_setting('idle_in_transaction_session_timeout')")) {
            assertThat(row.next()).isTrue();
            assertThat(List.of(row.getString(1), row.getString(2))).containsOnly("0");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }
}
