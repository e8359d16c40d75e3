package org.esquive.ledger.postgres;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Sql;
import org.esquive.ledger.sql.Sums;
import org.esquive.ledger.sql.Table;
import org.jspecify.annotations.Nullable;

/// An empty database that takes in a whole ledger. Until that is finished no node may use it; if it is interrupted,
/// the next one begins again by itself.
public final class Reception implements AutoCloseable {
    private static final String ALONE = "select pg_try_advisory_lock(hashtext('esquive move'))";

    /// The copy as a whole waits for the disk, at its end; its portions need not.
    private static final String HURRY = "set synchronous_commit = off";

    private static final String WITH_CARE = "set synchronous_commit = on";

    private static final String NOTES_REPLIES = "insert into reply_news_wanted values (true) on conflict do nothing";

    /// What the node of the file took is not new to the first node of the database.
    private static final String NODE_OF_THE_FILE = """
            insert into node (number, run, name, version, began_at, started_at, seen_at, gone, polite)
            values (0, gen_random_uuid(), 'moved', '', 0, clock_timestamp(), clock_timestamp(), true, true)
            on conflict (number) do nothing""";

    private static final String TYPES = """
            select column_name, udt_name from information_schema.columns
             where table_schema = current_schema() and table_name = ?""";

    private static final String NEXT_PLACE = "select setval(pg_get_serial_sequence(?, 'place'), ?)";

    private final Direct direct;
    private final boolean copied;
    private final Map<String, Map<String, String>> types = new HashMap<>();

    private Reception(Direct direct, boolean copied) {
        this.direct = direct;
        this.copied = copied;
    }

    /// Opens a database, and gives it the schema if it has none.
    ///
    /// @throws LedgerUnavailable if there is anything in it, or anybody uses it, with what to do
    public static Reception in(Access access, Keyring keyring) {
        Direct direct = Direct.open(access, "move");
        try {
            if (!direct.write(sql -> sql.first(ALONE, row -> row.getBoolean(1)).orElseThrow())) {
                throw refusal("Another move into this database is under way: wait for its end.");
            }
            if (Presence.holdsOtherTables(direct)) {
                throw refusal("The database holds tables that are not of Esquive: create an empty database.");
            }
            try (Pools pools = new Pools(access)) {
                Schema.bringUpToDate(pools, new PostgresDatabase(pools), keyring);
            }
            boolean copied = direct.write(Unfinished::find)
                    .filter(Unfinished.MOVED::equals)
                    .isPresent();
            return new Reception(direct, copied);
        } catch (RuntimeException failure) {
            direct.close();
            throw failure;
        }
    }

    private static LedgerUnavailable refusal(String sentence) {
        return Trouble.of(sentence, new IllegalStateException("refused"));
    }

    /// Whether an earlier move copied and compared everything, and was interrupted right before its end.
    public boolean isCopied() {
        return copied;
    }

    /// Makes the database one that no node uses until [#finish()].
    ///
    /// @param tables what it is to take in
    /// @throws LedgerUnavailable if there is anything in it
    public void begin(List<Table> tables) {
        boolean _ = direct.write(sql -> {
            if (Presence.isUsed(sql)) {
                throw refusal("Esquive runs on this database: stop it, or name another database.");
            }
            if (Unfinished.find(sql).isPresent()) {
                empty(sql, tables);
            }
            for (Table table : tables) {
                if (sql.any("select 1 from " + table.name() + " limit 1")) {
                    throw refusal("The database is not empty, its table " + table.name()
                            + " has rows: create an empty database.");
                }
            }
            int _ = Unfinished.MOVE.note(sql);
            return true;
        });
        boolean _ = direct.write(sql -> {
            learnTypes(sql, tables);
            int _ = sql.change(HURRY);
            return true;
        });
    }

    /// Takes away what an interrupted move left.
    private static void empty(Sql sql, List<Table> tables) throws SQLException {
        String names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
        int _ = sql.change("alter table audit disable trigger user");
        int _ = sql.change("truncate reply_news_wanted, " + names);
        int _ = sql.change("alter table audit enable trigger user");
    }

    private void learnTypes(Sql sql, List<Table> tables) throws SQLException {
        for (Table table : tables) {
            Map<String, String> ofTable = new HashMap<>();
            sql.each(TYPES, row -> ofTable.put(row.getString(1), row.getString(2)), table.name());
            if (!ofTable.keySet().containsAll(table.columns())) {
                throw refusal("The file has a table " + table.name()
                        + " that the database has not: both must be of this version of Esquive.");
            }
            types.put(table.name(), ofTable);
        }
    }

    /// Takes in some rows.
    public void take(Table table, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            int _ = direct.write(sql -> insert(sql, table, rows));
        }
    }

    private int insert(Sql sql, Table table, List<@Nullable Object[]> rows) throws SQLException {
        Map<String, String> ofTable = types.getOrDefault(table.name(), Map.of());
        String casts = table.columns().stream()
                .map(column -> "?::" + ofTable.get(column) + "[]")
                .collect(Collectors.joining(", "));
        Object[] arrays = new Object[table.columns().size()];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = column(sql, String.valueOf(ofTable.get(table.columns().get(i))), rows, i);
        }
        return sql.change(
                "insert into " + table.name() + " (" + table.list() + ") overriding system value select * from unnest("
                        + casts + ")",
                arrays);
    }

    private static Array column(Sql sql, String type, List<@Nullable Object[]> rows, int at) throws SQLException {
        return switch (type) {
            case "int2" -> sql.array(type, Short[]::new, rows, row -> shortOf(row[at]));
            case "int4" -> sql.array(type, Integer[]::new, rows, row -> intOf(row[at]));
            case "int8" -> sql.array(type, Long[]::new, rows, row -> longOf(row[at]));
            case "bytea" -> sql.array(type, byte[][]::new, rows, row -> (byte[]) row[at]);
            default -> sql.array(type, String[]::new, rows, row -> (String) row[at]);
        };
    }

    private static @Nullable Long longOf(@Nullable Object value) {
        return value == null ? null : (Long) ((Number) value).longValue();
    }

    private static @Nullable Integer intOf(@Nullable Object value) {
        return value == null ? null : (Integer) Math.toIntExact(((Number) value).longValue());
    }

    private static @Nullable Short shortOf(@Nullable Object value) {
        return value == null ? null : Short.valueOf(value.toString());
    }

    /// Says which place was given last in a table, so that the next one is behind it.
    public void lastPlace(Table table, long place) {
        if (place > 0) {
            boolean _ = direct.write(sql -> sql.any(NEXT_PLACE, table.name(), place));
        }
    }

    /// Some program is told what becomes of replies.
    public void noteReplies() {
        int _ = direct.write(sql -> sql.change(NOTES_REPLIES));
    }

    public long count(Table table) {
        return direct.write(sql -> sql.first("select count(*) from " + table.name(), row -> row.getLong(1))
                .orElseThrow());
    }

    public SequencedMap<String, Long> sums() {
        return direct.write(Sums::of);
    }

    /// Says that everything is there; from here on only [#finish()] is left. Durable when this returns.
    public void copied() {
        int _ = direct.write(sql -> sql.change(WITH_CARE));
        int _ = direct.write(sql -> sql.change(NODE_OF_THE_FILE) + Unfinished.MOVED.note(sql));
        int _ = direct.write(sql -> sql.change("analyze"));
    }

    /// Opens the database for nodes.
    public void finish() {
        int _ = direct.write(Unfinished::end);
    }

    @Override
    public void close() {
        direct.close();
    }
}
