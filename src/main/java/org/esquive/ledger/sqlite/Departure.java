package org.esquive.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Sql;
import org.esquive.ledger.sql.Sums;
import org.esquive.ledger.sql.Table;
import org.jspecify.annotations.Nullable;

/// A ledger that is read out whole, to be moved into a database of several nodes. As long as it is open the file is
/// locked; its tables are complete, nothing in them is on its way, and nothing changes.
public final class Departure implements AutoCloseable {
    /// What is of this kind of file alone.
    private static final Set<String> STAY = Set.of("fold", "flyway_schema_history");

    /// Rows are handed over in portions of so many, or of fewer if they are large.
    private static final int PORTION = 2_000;

    private static final long PORTION_SIZE = 4L << 20;

    /// What a value takes that is neither words nor bytes.
    private static final int SIZE_OF_NUMBER = 8;

    private static final String TABLES =
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name";

    private static final String COLUMNS = "select name from pragma_table_info(?)";

    private static final String PLACE = "select seq from sqlite_sequence where name = ?";

    private static final String NOTES_REPLIES = "select 1 from sqlite_schema where type = 'trigger' and name = ?";

    private final Path file;
    private final Storage storage;
    private final Sql sql;

    /// A portion of rows; each row has the values of the columns of its table.
    public interface Portion extends Consumer<List<@Nullable Object[]>> {}

    private Departure(Path file, Storage storage) throws SQLException {
        this.file = file;
        this.storage = storage;
        this.sql = new Sql(storage.connectToRead());
    }

    /// Opens a ledger that is not in use, and brings it to rest.
    ///
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    public static Departure of(Path file, Keyring keyring, Instant now) {
        Storage storage = Storage.open(file, Storage.Care.FULL);
        try {
            SqliteLedger ledger = SqliteLedger.on(storage, keyring);
            int _ = ledger.abandonSending(now);
            ledger.writeEverySender();
            ledger.finish();
            return new Departure(file, storage);
        } catch (SQLException failure) {
            storage.close();
            throw storage.trouble().of(failure);
        } catch (RuntimeException failure) {
            storage.close();
            throw failure;
        }
    }

    /// Whether a ledger has left already and nothing came into its place.
    public static boolean isOver(Path file) {
        return Files.notExists(file) && Files.exists(Storage.moved(file));
    }

    /// The tables that go along.
    public List<Table> tables() {
        return read(() -> {
            List<Table> tables = new ArrayList<>();
            for (String name : sql.all(TABLES, row -> row.getString(1))) {
                if (!STAY.contains(name)) {
                    tables.add(new Table(name, sql.all(COLUMNS, row -> row.getString(1), name)));
                }
            }
            return tables;
        });
    }

    /// How many rows a table has.
    public long count(Table table) {
        return read(() -> sql.first("select count(*) from " + table.name(), row -> row.getLong(1))
                .orElseThrow());
    }

    public SequencedMap<String, Long> sums() {
        return read(() -> Sums.of(sql));
    }

    /// The place that was given last in a table, also if its row is forgotten; 0 if there never was one.
    public long lastPlace(Table table) {
        return read(() -> sql.first(PLACE, row -> row.getLong(1), table.name()).orElse(0L));
    }

    /// Whether some program is told what becomes of replies.
    public boolean notesReplies() {
        return read(() -> sql.any(NOTES_REPLIES, SqliteDatabase.MOVED));
    }

    /// Hands over all rows of a table.
    public void read(Table table, Portion portion) {
        boolean _ = read(() -> {
            List<@Nullable Object[]> rows = new ArrayList<>(PORTION);
            long[] size = {0};
            sql.each("select " + table.list() + " from " + table.name(), row -> {
                @Nullable Object[] values = values(row, table.columns().size());
                rows.add(values);
                size[0] += size(values);
                if (rows.size() == PORTION || size[0] >= PORTION_SIZE) {
                    portion.accept(List.copyOf(rows));
                    rows.clear();
                    size[0] = 0;
                }
            });
            portion.accept(List.copyOf(rows));
            return true;
        });
    }

    private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    private static long size(@Nullable Object[] values) {
        long size = 0;
        for (Object value : values) {
            size += switch (value) {
                case String words -> words.length();
                case byte[] bytes -> bytes.length;
                case null, default -> SIZE_OF_NUMBER;
            };
        }
        return size;
    }

    /// Gives the file another name, so that nobody goes on with it by mistake.
    ///
    /// @return the new name
    public Path setAside() {
        Storage.closeQuietly(sql);
        Path aside = Storage.moved(file);
        try {
            Path _ = Files.move(file, aside);
            return aside;
        } catch (IOException failure) {
            throw new LedgerUnavailable(
                    "The ledger " + file + " is copied, but cannot be renamed to " + aside
                            + ": make that possible, then run the same command again.",
                    failure);
        }
    }

    private interface Reading<T> {
        T done() throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.done();
        } catch (SQLException failure) {
            throw storage.trouble().of(failure);
        }
    }

    @Override
    public void close() {
        Storage.closeQuietly(sql);
        storage.close();
    }
}
