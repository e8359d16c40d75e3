package org.esquive.ledger.postgres;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.esquive.ledger.Nodes.Node;
import org.esquive.ledger.sql.Sql;

/// The rows of nodes and of their duties. All times are those of the database, so that the clocks of the nodes do not
/// matter.
final class NodeTable {
    /// How long a duty is held after it was renewed.
    private static final String HELD_FOR = "5 seconds";

    /// After this time the number of a node that vanished is given to another.
    private static final String NUMBER_KEPT = "1 hour";

    private static final int NUMBERS = 1_024;

    /// A node speaks every second: who did not for so long and is said to be over, is. A data folder that was copied
    /// says so of a node that lives.
    private static final String OVER = """
            select 1 from node
             where number = ? and run = ? and (polite or seen_at < clock_timestamp() - interval '2 seconds')""";

    private static final String IN_TURN = "select pg_advisory_xact_lock(hashtext('esquive node'))";

    private static final String TAKEN =
            "select number from node where not polite and seen_at > clock_timestamp() - interval '" + NUMBER_KEPT + "'";

    private static final String ENTER = """
            insert into node (number, run, name, version, began_at, started_at, seen_at)
            values (?, ?, ?, ?, ?, clock_timestamp(), clock_timestamp())
            on conflict (number) do update
               set run = excluded.run, name = excluded.name, version = excluded.version,
                   began_at = excluded.began_at, broke_at = 0, gone = false,
                   polite = false, started_at = excluded.started_at, seen_at = excluded.seen_at""";

    private static final String SPEAK =
            "update node set seen_at = clock_timestamp(), broke_at = ?, gone = false where number = ? and run = ?";

    private static final String STRIVE = """
            insert into lease (name, number, run, until) values (?, ?, ?, clock_timestamp() + interval '%s')
            on conflict (name) do update set number = excluded.number, run = excluded.run, until = excluded.until
               where lease.run = excluded.run or lease.until < clock_timestamp()""".formatted(HELD_FOR);

    private static final String GIVE_UP = "delete from lease where name = ? and run = ?";

    private static final String LEAVE = "update node set gone = true, polite = true where number = ? and run = ?";

    private static final String LEAVE_DUTIES = "delete from lease where run = ?";

    private static final String LOOK = """
            select number, run, name, version, (extract(epoch from started_at) * 1000)::bigint,
                   (extract(epoch from seen_at) * 1000)::bigint, gone,
                   array_to_string(array(select lease.name from lease
                                          where lease.run = node.run and lease.until > clock_timestamp()
                                          order by lease.name), ' ')
              from node where seen_at > clock_timestamp() - interval '1 day' order by number""";

    private static final String BURY = "update node set gone = true where number = ? and run = ?";

    private NodeTable() {}

    /// Which run of the program a row is of.
    ///
    /// @param number of the node
    record Key(int number, UUID run) {}

    /// A row.
    record Row(Key key, Node node) {}

    /// Whether there ever was a node.
    static boolean isKnownToAnybody(Sql sql) throws SQLException {
        return sql.any("select 1 from node limit 1");
    }

    /// Takes the number that this node had, and frees its duties; if it had none, or somebody has it, the lowest number
    /// that nobody has.
    ///
    /// @param before the last run of this node, which should be over
    /// @throws IllegalStateException if every number is taken
    static Key enter(Sql sql, UUID run, PostgresLedger.Opener who, Optional<Key> before) throws SQLException {
        boolean _ = sql.any(IN_TURN);
        boolean again = before.isPresent() && isOver(sql, before.get());
        int number = again ? before.get().number() : lowestFree(sql);
        if (again) {
            int _ = sql.change(LEAVE_DUTIES, before.get().run());
        }
        int _ = sql.change(
                ENTER, number, run, who.name(), who.version(), who.clock().millis());
        return new Key(number, run);
    }

    private static boolean isOver(Sql sql, Key node) throws SQLException {
        return sql.any(OVER, node.number(), node.run());
    }

    private static int lowestFree(Sql sql) throws SQLException {
        Set<Integer> taken = new HashSet<>(sql.all(TAKEN, row -> row.getInt(1)));
        for (int number = 0; number < NUMBERS; number++) {
            if (!taken.contains(number)) {
                return number;
            }
        }
        throw new IllegalStateException(
                "every one of the %,d numbers of nodes was used within the hour".formatted(NUMBERS));
    }

    /// Says that a node is there.
    ///
    /// @return false if its number was given to another meanwhile
    static boolean speak(Sql sql, Key node, long brokeAt) throws SQLException {
        return sql.change(SPEAK, brokeAt, node.number(), node.run()) == 1;
    }

    /// Takes or renews a duty.
    ///
    /// @return whether it is held now
    static boolean strive(Sql sql, Key node, String duty) throws SQLException {
        return sql.change(STRIVE, duty, node.number(), node.run()) == 1;
    }

    static int giveUp(Sql sql, Key node, String duty) throws SQLException {
        return sql.change(GIVE_UP, duty, node.run());
    }

    /// Says goodbye.
    static int leave(Sql sql, Key node) throws SQLException {
        return sql.change(LEAVE_DUTIES, node.run()) + sql.change(LEAVE, node.number(), node.run());
    }

    /// Says that another node is gone.
    static int bury(Sql sql, Key node) throws SQLException {
        return sql.change(BURY, node.number(), node.run());
    }

    /// The nodes of the last day.
    ///
    /// @param self who asks
    static List<Row> look(Sql sql, Key self) throws SQLException {
        return sql.all(LOOK, row -> row(row, self));
    }

    private static Row row(ResultSet row, Key self) throws SQLException {
        Key key = new Key(row.getInt(1), row.getObject(2, UUID.class));
        Instant seen = instant(row, 6);
        List<String> duties = Arrays.stream(row.getString(8).split(" "))
                .filter(duty -> !duty.isEmpty())
                .toList();
        Node node = new Node(
                key.number(),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                seen,
                !row.getBoolean(7),
                key.equals(self),
                duties);
        return new Row(key, node);
    }
}
