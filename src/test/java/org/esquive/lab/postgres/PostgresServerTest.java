package org.esquive.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.esquive.lab.postgres.Installation.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The server that other tests stand on: it lets in who has the password, and keeps what it was given.
class PostgresServerTest {
    @RegisterExtension
    final FreshDatabase database = new FreshDatabase();

    @Test
    void eachTestHasAnEmptyDatabaseOfItsOwn() throws SQLException {
        try (Connection connection = connect(database.password())) {
            assertThat(count(connection, "pg_tables where schemaname = 'public'"))
                    .isZero();
            run(connection, "create table kept (number bigint)");
            assertThat(count(connection, "kept")).isZero();
        }
        FreshDatabase another = new FreshDatabase();
        another.create();
        assertThat(another.url()).isNotEqualTo(database.url());
        another.drop();
    }

    @Test
    void itsUserIsNoSuperuser() throws SQLException {
        try (Connection connection = connect(database.password())) {
            assertThat(ask(connection, "select current_setting('is_superuser')"))
                    .isEqualTo("off");
        }
    }

    @Test
    void nobodyEntersWithAWrongPassword() {
        assertThatThrownBy(() -> connect("wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    @Tag("slow")
    void aServerThatIsPausedKilledAndStoppedKeepsWhatWasCommitted() throws Exception {
        try (PostgresServer server = PostgresServer.start(Care.ALL, Map.of("max_connections", "17"), 0)) {
            String name = server.createDatabase();
            try (Connection connection = connect(server, name)) {
                run(connection, "create table kept as select generate_series(1, 3) as number");
                answersOnlyWhenResumed(server, connection);
                server.kill();
                assertThatThrownBy(() -> ask(connection, "select 1")).isInstanceOf(SQLException.class);
            }
            server.startAgain();
            keptThree(server, name);
            server.stop();
            assertThatThrownBy(() -> connect(server, name)).isInstanceOf(SQLException.class);
            server.startAgain();
            keptThree(server, name);
        }
    }

    private static void answersOnlyWhenResumed(PostgresServer server, Connection connection) throws Exception {
        server.pause();
        var answer = CompletableFuture.supplyAsync(() -> count(connection, "kept"));
        assertThatThrownBy(() -> answer.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        server.resume();
        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }

    private static void keptThree(PostgresServer server, String name) throws SQLException {
        try (Connection connection = connect(server, name)) {
            assertThat(count(connection, "kept")).isEqualTo(3);
            assertThat(ask(connection, "select current_setting('max_connections')"))
                    .isEqualTo("17");
            assertThat(ask(connection, "select current_setting('fsync')")).isEqualTo("on");
        }
    }

    /// As root there may be more than one that works.
    @Test
    @Tag("slow")
    void aServerRunsUnderEveryIdentityThatWorksHere() throws SQLException {
        List<Identity> working = Identity.possible().stream()
                .filter(identity -> Commands.works(Stream.concat(identity.prefix().stream(), Stream.of("true"))
                        .toList()))
                .toList();
        assertThat(working).isNotEmpty();
        for (Identity identity : working) {
            PostgresServer server = PostgresServer.start(Care.NONE, Map.of(), 0, List.of(identity));
            String name = server.createDatabase();
            try (server;
                    Connection connection = connect(server, name)) {
                assertThat(count(connection, "pg_database")).isEqualTo(4);
                server.kill();
            }
            assertThatThrownBy(() -> connect(server, name)).isInstanceOf(SQLException.class);
            assertThat(server.folder()).doesNotExist();
        }
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), password);
    }

    private static Connection connect(PostgresServer server, String name) throws SQLException {
        return DriverManager.getConnection(server.url(name), server.user(), server.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    private static long count(Connection connection, String table) {
        try {
            return Long.parseLong(ask(connection, "select count(*) from " + table));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
