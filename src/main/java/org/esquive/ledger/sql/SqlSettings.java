package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.SettingsArchive;

/// The versions of the settings.
public record SqlSettings(Database database) implements SettingsArchive {
    private static final String LATEST =
            "select version, author, at, document from settings order by version desc limit 1";

    private static final String ONE = "select version, author, at, document from settings where version = ?";

    private static final String ALL =
            "select version, author, at, document from settings order by version desc limit 1000";

    /// Another node may be about to write the same version; then it is theirs.
    private static final String APPEND = """
            insert into settings (version, author, at, document) values (?, ?, ?, ?) on conflict (version) do nothing""";

    @Override
    public Optional<Version> latest() {
        return database.read(sql -> sql.first(LATEST, SqlSettings::version));
    }

    @Override
    public Optional<Version> version(int number) {
        return database.read(sql -> sql.first(ONE, SqlSettings::version, number));
    }

    @Override
    public List<Version> versions() {
        return database.read(sql -> sql.all(ALL, SqlSettings::version));
    }

    @Override
    public Optional<Version> append(int expected, String author, Instant at, String document) {
        return database.write(sql -> {
            int newest = sql.first(LATEST, row -> row.getInt(1)).orElse(0);
            if (newest != expected) {
                return Optional.empty();
            }
            Instant stored = Instant.ofEpochMilli(at.toEpochMilli());
            int written = sql.change(APPEND, expected + 1, author, stored.toEpochMilli(), document);
            return Optional.of(new Version(expected + 1, author, stored, document))
                    .filter(_ -> written == 1);
        });
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt(1), row.getString(2), instant(row, 3), row.getString(4));
    }
}
