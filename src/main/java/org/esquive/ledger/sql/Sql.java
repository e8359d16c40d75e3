package org.esquive.ledger.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A connection with the statements it has prepared, each prepared once. For one thread at a time.
public final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<String> piles = new HashSet<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    /// Reads one row.
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Looks at one row.
    public interface Looking {
        void at(ResultSet row) throws SQLException;
    }

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /// The rows that a query finds.
    ///
    /// @param values Long, Integer, String, byte[], what [#array] makes, or null
    public <T> List<T> all(String query, Reading<T> reading, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bound(query, values).executeQuery()) {
            while (rows.next()) {
                found.add(reading.of(rows));
            }
        }
        return found;
    }

    /// Shows somebody each row that a query finds, one after the other, however many there are.
    public void each(String query, Looking looking, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(query, values).executeQuery()) {
            while (rows.next()) {
                looking.at(rows);
            }
        }
    }

    /// The first row that a query finds, if it finds one.
    public <T> Optional<T> first(String query, Reading<T> reading, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(query, values).executeQuery()) {
            return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
        }
    }

    /// Whether a query finds a row.
    public boolean any(String query, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(query, values).executeQuery()) {
            return rows.next();
        }
    }

    /// Changes rows, now.
    ///
    /// @return how many
    public int change(String statement, @Nullable Object... values) throws SQLException {
        return bound(statement, values).executeUpdate();
    }

    /// Puts a change on the pile of its statement, until [#flush].
    public void pile(String statement, @Nullable Object... values) throws SQLException {
        bound(statement, values).addBatch();
        piles.add(statement);
    }

    /// Makes the changes piled up for these statements, one statement after the other. One call of many rows costs a
    /// fraction of as many calls.
    public void flush(String... statements) throws SQLException {
        for (String statement : statements) {
            int[] _ = changes(statement);
        }
    }

    /// Makes the changes piled up for a statement.
    ///
    /// @return how many rows each of them changed
    public int[] changes(String statement) throws SQLException {
        return piles.remove(statement) ? statement(statement).executeBatch() : new int[0];
    }

    /// Something of each of many rows as one value, where the database has such a thing.
    ///
    /// @param type of each, as the database names it
    /// @param room makes the array, such as `Long[]::new`
    public <R, T> Array array(
            String type, IntFunction<@Nullable T[]> room, List<R> rows, Function<R, @Nullable T> value)
            throws SQLException {
        @Nullable T[] values = room.apply(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
            if (values[i] instanceof String words && words.indexOf('\0') >= 0) {
                ((Object[]) values)[i] = storable(words);
            }
        }
        return connection.createArrayOf(type, values);
    }

    /// Has something done once the transaction is durable, before the next one begins; nothing if it fails.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    public void commit() throws SQLException {
        connection.commit();
        List<Runnable> actions = List.copyOf(afterCommit);
        afterCommit.clear();
        actions.forEach(Runnable::run);
    }

    /// Closes the connection; what was not committed is rolled back.
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof String words ? storable(words) : values[i]);
        }
        return statement;
    }

    /// No database keeps the character that ends a text in its own memory, and what a network says may have one.
    private static String storable(String words) {
        return words.indexOf('\0') < 0 ? words : words.replace('\0', '\ufffd');
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
        return statement;
    }
}
