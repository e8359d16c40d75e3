package org.esquive.ledger.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.esquive.ledger.LedgerUnavailable;

/// A program that comes with PostgreSQL, such as `pg_dump`. Where the database is and with which password is told by
/// its environment, which other users of the machine cannot read.
///
/// @param program where it is
record PostgresTool(Path program) {
    private static final int LONGEST_CAUSE = 160;

    /// What an address may say of the safety of the connection; PostgreSQL's programs know it by nearly the same
    /// names.
    private static final List<String> SECURED = List.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    /// Finds it among the programs of the machine.
    ///
    /// @throws LedgerUnavailable if it is not installed, with what to do
    static PostgresTool find(String name) {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : folders.split(File.pathSeparator)) {
            Path program = Path.of(folder).resolve(name);
            if (Files.isExecutable(program)) {
                return new PostgresTool(program);
            }
        }
        throw new LedgerUnavailable(
                name + " is not installed: install the PostgreSQL client of the server's version or a newer one, as in"
                        + " apt install postgresql-client.",
                new IllegalStateException(name));
    }

    /// Runs it and waits for its end.
    ///
    /// @throws LedgerUnavailable if it fails, with its own first words
    void run(Access access, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment(access));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LedgerUnavailable(sentence(said), new IllegalStateException("failed"));
            }
        } catch (IOException failure) {
            throw new LedgerUnavailable(program + " cannot be started: is it whole?", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable(
                    program.getFileName() + " was interrupted: run the command again.", interrupted);
        }
    }

    /// What follows its first line may quote values of rows.
    private String sentence(String said) {
        String name = String.valueOf(program.getFileName());
        if (said.contains("version mismatch")) {
            return name + " is older than the database: install the PostgreSQL client of the server's version.";
        }
        String first = said.lines().findFirst().orElse("no reason was given").strip();
        return name + " failed: " + first.substring(0, Math.min(first.length(), LONGEST_CAUSE));
    }

    /// The name of a database.
    static String database(Access access) {
        return parsed(access).getOrDefault("PGDBNAME", access.user());
    }

    /// What the driver reads in the address, by its own names.
    private static Map<String, String> parsed(Access access) {
        Map<String, String> parsed = new HashMap<>();
        try {
            Driver driver = DriverManager.getDriver(access.url());
            for (DriverPropertyInfo property : driver.getPropertyInfo(access.url(), new Properties())) {
                if (property.value != null) {
                    parsed.put(property.name, property.value);
                }
            }
            return parsed;
        } catch (SQLException failure) {
            throw new LedgerUnavailable(
                    "The address of the database cannot be read: is ESQUIVE_DATABASE_URL right?", failure);
        }
    }

    private static Map<String, String> environment(Access access) {
        Map<String, String> parsed = parsed(access);
        Map<String, String> environment = new HashMap<>();
        environment.put("PGHOST", parsed.getOrDefault("PGHOST", "localhost"));
        environment.put("PGPORT", parsed.getOrDefault("PGPORT", "5432"));
        environment.put("PGDATABASE", parsed.getOrDefault("PGDBNAME", access.user()));
        environment.put("PGUSER", access.user());
        environment.put("PGPASSWORD", access.password().reveal());
        environment.put("PGTARGETSESSIONATTRS", "read-write");
        environment.put("PGCONNECT_TIMEOUT", "10");
        environment.put("PGAPPNAME", "esquive backup");
        environment.put("LC_ALL", "C");
        for (String secured : SECURED) {
            String value = parsed.get(secured);
            if (value != null) {
                environment.put("PG" + secured.toUpperCase(Locale.ROOT), value);
            }
        }
        return environment;
    }
}
