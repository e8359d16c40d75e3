package org.esquive.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.esquive.ledger.postgres.Access;
import org.esquive.wiring.Databases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a command reaches a PostgreSQL database, and the data folder. A password is never an argument: whoever lists the
/// processes of a machine would read it.
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DatabaseOptions {
    private static final String PASSWORD = "ESQUIVE_DATABASE_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The data folder, with instance key and SQLite ledger.",
            defaultValue = "${env:ESQUIVE_DATA:-data}")
    private Path data;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The instance key, if it is not in the data folder (or ESQUIVE_KEY).",
            defaultValue = "${env:ESQUIVE_KEY:-}")
    private String key;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "The database, as jdbc:postgresql://db1/esquive (or ESQUIVE_DATABASE_URL).",
            defaultValue = "${env:ESQUIVE_DATABASE_URL:-}")
    private String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who owns its tables (or ESQUIVE_DATABASE_USER; default: esquive).",
            defaultValue = "${env:ESQUIVE_DATABASE_USER:-esquive}")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with the password, readable by its owner only. Default: ESQUIVE_DATABASE_PASSWORD.")
    private @Nullable Path passwordFile;

    Databases.Place place() {
        return new Databases.Place(data, key.isEmpty() ? Optional.empty() : Optional.of(Path.of(key)));
    }

    /// Whether a PostgreSQL database is named; else the ledger is the SQLite file in the data folder.
    boolean isNamed() {
        return !url.isEmpty();
    }

    Access access() throws IOException {
        if (!isNamed()) {
            throw new IOException("no database is named: give --database-url, or set ESQUIVE_DATABASE_URL");
        }
        String fromEnvironment = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
        return Databases.access(url, user, Optional.ofNullable(passwordFile), fromEnvironment);
    }
}
