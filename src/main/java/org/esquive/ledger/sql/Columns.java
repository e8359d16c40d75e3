package org.esquive.ledger.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.message.Fingerprint;
import org.jspecify.annotations.Nullable;

/// How values look in columns: moments as milliseconds since 1970, fingerprints as 16 bytes, nothing as null.
public final class Columns {
    private Columns() {}

    public static Instant instant(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    public static Fingerprint fingerprint(ResultSet row, int column) throws SQLException {
        return Fingerprint.of(row.getBytes(column));
    }

    /// A reply that four columns speak of: its id, when its text came, its state, and when it left.
    public static ReplyStanding reply(ResultSet row, int column) throws SQLException {
        ReplyState state = ReplyState.valueOf(row.getString(column + 2));
        return new ReplyStanding(row.getLong(column), instant(row, column + 1), state, moment(row, column + 3));
    }

    /// A moment that may not be.
    public static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    public static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public static byte @Nullable [] bytes(Optional<Fingerprint> fingerprint) {
        return fingerprint.isPresent() ? fingerprint.get().bytes() : null;
    }
}
