package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Sql;

/// A database whose lines lie on many machines, by Citus, the extension of PostgreSQL: each line with all of its
/// traffic
/// on one of them, so that a commit of a line is the affair of one machine. What is of the whole installation stays
/// where it is.
public final class Distribution {
    /// The tables of the traffic; the first decides where a line lies, and the others follow it.
    static final List<String> TABLES =
            List.of("line", "channel", "sender", "text", "opt_out", "long_text", "early_receipt", "tally", "kept");

    /// A moment's work.
    private static final long FEW_ROWS = 200_000;

    /// Rows that are copied to their machines in a second, on a small one.
    private static final long ROWS_A_SECOND = 20_000;

    private static final long MINUTE = 60;

    private static final String IS_POSSIBLE = "select to_regproc('create_distributed_table') is not null";

    private static final String IS_KNOWN = "select to_regclass('pg_dist_partition') is not null";

    private static final String IS_DISTRIBUTED =
            "select 1 from pg_dist_partition where logicalrelid = to_regclass(?) limit 1";

    private static final String FIRST =
            "select create_distributed_table(?::regclass, 'line_id', colocate_with => 'none')::text";

    private static final String FOLLOWING =
            "select create_distributed_table(?::regclass, 'line_id', colocate_with => 'line')::text";

    /// What no table may have that is distributed, each with the table it is found on.
    private static final List<String> OBSTACLES = List.of("""
            select 'a foreign key ' || conname from pg_constraint
             where contype = 'f' and (conrelid = to_regclass(?) or confrelid = to_regclass(?))""", """
            select 'a trigger ' || tgname from pg_trigger
             where not tgisinternal and (tgrelid = to_regclass(?) or tgrelid = to_regclass(?))""", """
            select 'a unique index without the line, ' || indexrelid::regclass from pg_index
             where indisunique and (indrelid = to_regclass(?) or indrelid = to_regclass(?))
               and not exists (select 1 from pg_attribute
                                where attrelid = indrelid and attname = 'line_id' and attnum = any(indkey))""");

    private Distribution() {}

    /// Spreads the lines of a database over its machines. What is spread already stays.
    ///
    /// @param despiteRows whether nobody minds that it takes long
    /// @return the tables that were spread now
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    public static List<String> distribute(Access access, boolean despiteRows) {
        try (Direct direct = Direct.open(access, "distribute")) {
            return direct.write(sql -> {
                refuseUnlessPossible(sql);
                List<String> left = new ArrayList<>();
                for (String table : TABLES) {
                    if (!sql.any(IS_DISTRIBUTED, table)) {
                        left.add(table);
                    }
                }
                refuseObstacles(sql, left);
                if (!despiteRows) {
                    refuseManyRows(sql, left);
                }
                for (String table : left) {
                    boolean _ = sql.any(table.equals(TABLES.getFirst()) ? FIRST : FOLLOWING, table);
                }
                return left;
            });
        }
    }

    /// Whether the lines of a database lie on many machines.
    static boolean isDone(Sql sql) throws SQLException {
        return sql.first(IS_KNOWN, row -> row.getBoolean(1)).orElse(false) && sql.any(IS_DISTRIBUTED, "text");
    }

    private static void refuseUnlessPossible(Sql sql) throws SQLException {
        if (!Presence.holdsLedger(sql)) {
            throw refusal("There is no ledger in this database: start Esquive with it once, or move a ledger into it.");
        }
        if (!sql.first(IS_POSSIBLE, row -> row.getBoolean(1)).orElse(false)) {
            throw refusal("Citus is not in this database: install it on every machine, add them as nodes, then"
                    + " create extension citus as the superuser.");
        }
        if (!sql.first(IS_KNOWN, row -> row.getBoolean(1)).orElse(false)) {
            throw refusal("Citus is not whole in this database: create extension citus as the superuser.");
        }
        if (Presence.isUsed(sql)) {
            throw refusal("Esquive runs on this database: stop every node, then spread its lines.");
        }
    }

    private static void refuseObstacles(Sql sql, List<String> tables) throws SQLException {
        for (String table : tables) {
            for (String obstacle : OBSTACLES) {
                List<String> found = sql.all(obstacle, row -> row.getString(1), table, table);
                if (!found.isEmpty()) {
                    throw refusal("The table " + table + " has what Citus cannot spread, " + found.getFirst()
                            + ": was it added by hand? Remove it.");
                }
            }
        }
    }

    private static void refuseManyRows(Sql sql, List<String> tables) throws SQLException {
        long rows = 0;
        for (String table : tables) {
            rows += sql.first("select count(*) from " + table, row -> row.getLong(1))
                    .orElse(0L);
        }
        if (rows > FEW_ROWS) {
            throw refusal(("The database has %,d rows: no text is taken for about %d minutes while they are spread."
                            + " Choose a quiet hour and give --despite-rows.")
                    .formatted(rows, Math.ceilDiv(rows, ROWS_A_SECOND * MINUTE)));
        }
    }

    private static LedgerUnavailable refusal(String sentence) {
        return Trouble.of(sentence, new IllegalStateException("refused"));
    }
}
