package org.esquive.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.postgres.Care;
import org.esquive.lab.postgres.PostgresServer;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Lines that lie on many machines. Citus itself is not here: what stands in for it writes down what it is asked for,
/// and
/// the server writes down every statement.
@Tag("slow")
class DistributionTest {
    private static final String STAND_IN = """
            create table pg_dist_partition (logicalrelid regclass primary key, beside text not null);
            create function create_distributed_table(
                table_name regclass, distribution_column text, distribution_type text default 'hash',
                colocate_with text default 'default') returns void language sql as
                $$ insert into pg_dist_partition values (table_name, distribution_column || ' ' || colocate_with) $$;
            """;

    private static PostgresServer server;

    private String database;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(Care.NONE, SpokenSql.SETTINGS, 0);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void begin() {
        database = server.createDatabase();
        open(Fixtures.keyring()).close();
    }

    private Access access() {
        return new Access(server.url(database), server.user(), new Secret(server.password()));
    }

    private Ledger open(Keyring keyring) {
        return PostgresLedger.open(
                access(), keyring, new PostgresLedger.Opener("lab", "test", InstantSource.fixed(Desk.EVENING)));
    }

    private Desk desk() {
        return new Desk(new Desk.Store() {
            @Override
            public Ledger open(Keyring keyring) {
                return DistributionTest.this.open(keyring);
            }

            @Override
            public List<String> dump() {
                return List.of();
            }

            @Override
            public int count(String table) {
                return 0;
            }
        });
    }

    private void execute(String change) {
        try (var connection = DriverManager.getConnection(server.url(database), server.user(), server.password());
                var statement = connection.createStatement()) {
            boolean _ = statement.execute(change);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void everyLineIsSpreadOnceWithAllOfItsTraffic() {
        assertThatThrownBy(() -> Distribution.distribute(access(), false)).hasMessageContaining("Citus is not in");
        execute(STAND_IN);
        assertThat(Distribution.distribute(access(), false)).isEqualTo(Distribution.TABLES);
        assertThat(SpokenSql.in(server.log()).statements())
                .filteredOn(statement -> statement.words().startsWith("select create_distributed_table"))
                .extracting(statement -> statement.values().replace("parameters: $1 = ", ""))
                .containsSubsequence("'line'", "'channel'", "'sender'", "'text'", "'kept'");
        assertThat(Distribution.distribute(access(), false)).isEmpty();
        try (Ledger ledger = open(Fixtures.keyring())) {
            assertThat(ledger.textsWorthACommit()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeSpreadIsSaidInOneSentence() {
        execute(STAND_IN);
        try (Desk _ = desk()) {
            assertThatThrownBy(() -> Distribution.distribute(access(), false)).hasMessageContaining("stop every node");
        }
        execute("create unique index by_hand on text (id)");
        assertThatThrownBy(() -> Distribution.distribute(access(), false)).hasMessageContaining("by_hand");
        execute("drop index by_hand; alter table kept add constraint by_hand foreign key (line_id) references line");
        assertThatThrownBy(() -> Distribution.distribute(access(), false))
                .hasMessageContaining("a foreign key by_hand");
        execute("alter table kept drop constraint by_hand;"
                + "create trigger by_hand before insert on tally for each statement execute function take_turn()");
        assertThatThrownBy(() -> Distribution.distribute(access(), false)).hasMessageContaining("a trigger by_hand");
        execute("drop trigger by_hand on tally");
        execute("insert into tally select 'demo', n, 'text', 1 from generate_series(1, 250000) as n");
        assertThatThrownBy(() -> Distribution.distribute(access(), false))
                .hasMessageContaining("250,000 rows: no text is taken for about 1 minutes");
        assertThat(Distribution.distribute(access(), true)).hasSize(Distribution.TABLES.size());
    }

    @Test
    void everyStatementOfTheTrafficNamesItsLineAndEveryTransactionHasOne() {
        execute(STAND_IN);
        Distribution.distribute(access(), false);
        try (Desk desk = desk()) {
            HotPath path = new HotPath(desk);
            path.walk();
            desk.express();
            path.walk();
            int known = server.log().length();
            path.walk();
            path.walk();
            SpokenSql spoken = SpokenSql.in(server.log().substring(known));
            List<SpokenSql.Statement> traffic = spoken.statements().stream()
                    .filter(statement -> statement.spreadTables() > 0)
                    .toList();
            assertThat(traffic)
                    .extracting(SpokenSql.Statement::words)
                    .anyMatch(words -> words.contains("into text"))
                    .anyMatch(words -> words.contains("into kept"))
                    .anyMatch(words -> words.contains("into channel"))
                    .anyMatch(words -> words.contains("from early_receipt"))
                    .anyMatch(words -> words.contains("into long_text"))
                    .anyMatch(words -> words.contains("skip locked"));
            assertThat(traffic).allMatch(SpokenSql.Statement::namesTheLine);
            assertThat(spoken.transactions()).hasSizeGreaterThan(15).allMatch(DistributionTest::isOfOneLine);
        }
    }

    private static boolean isOfOneLine(List<SpokenSql.Statement> transaction) {
        return transaction.stream().noneMatch(one -> one.values().contains("'demo'"))
                || transaction.stream().noneMatch(one -> one.values().contains("'other'"));
    }

    @Test
    void aStatementWithoutItsLineIsNoticed() {
        for (String careless : List.of(
                "delete from text where id = $1",
                "select 1 from sender s join text t on t.id = s.last_reply where s.line_id = $1",
                "insert into opt_out (person, line_id) values ($1, $2)",
                "update tally set count = 0 where hour = $1")) {
            assertThat(new SpokenSql.Statement("1", careless, "").namesTheLine())
                    .as(careless)
                    .isFalse();
        }
    }
}
