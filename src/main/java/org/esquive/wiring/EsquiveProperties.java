package org.esquive.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.esquive.ledger.postgres.Access;
import org.esquive.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/// What the process needs before it can read its settings: ordinary configuration, from `application.properties`
/// beside the program, then the environment (`ESQUIVE_DATA`), then the command line (`--esquive.data=…`).
/// Everything else is decided by keepers in the settings. The defaults stand in the `application.properties`
/// inside the program.
///
/// @param data the folder of the database; made if it is missing
/// @param key the instance key; `instance.key` in the data folder unless it is said. Keep it out of backups of
/// the folder
/// @param settings a document that becomes the next version at the start, if it says something new
/// @param database the PostgreSQL database of several nodes; without one the ledger is a file in the data folder
/// @param node 0 to 1,023, for the ids of a ledger in a file; nodes of one database are numbered by it
/// @param first the settings that a new installation begins with
/// @param reserve room on the disk of the data that texts may not use up
/// @param everybody where the public page and the webhooks are served; `esquive.public` in the configuration
/// @param keepers where console, health and figures are served
/// @param demo whether this is a demonstration, whose password is new at each start
@ConfigurationProperties("esquive")
public record EsquiveProperties(
        Path data,
        @Nullable Path key,
        @Nullable Path settings,
        Database database,
        int node,
        Resource first,
        DataSize reserve,
        @Name("public") Listening everybody,
        Keepers keepers,
        boolean demo) {

    /// The name of the ledger in the data folder.
    static final String LEDGER = "esquive.db";

    /// The usual name of the instance key.
    static final String KEY = "instance.key";

    /// A database that several nodes share.
    ///
    /// @param url such as `jdbc:postgresql://db1,db2/esquive`; empty if there is none
    /// @param user who owns its tables
    /// @param password may be empty if the server lets the user in without
    public record Database(String url, String user, Secret password) {
        Access access() {
            return new Access(url, user, password);
        }

        /// Without the address: it may hold a password.
        @Override
        public String toString() {
            return "Database[***]";
        }
    }

    /// An address and a port to listen on.
    ///
    /// @param address of the machine; `0.0.0.0` is all of them
    /// @param port 0 picks a free one
    public record Listening(String address, int port) {}

    /// The same for keepers, and who may knock there.
    ///
    /// @param networks from which it may be reached, such as `127.0.0.0/8, ::1`
    public record Keepers(String address, int port, String networks) {
        Listening listening() {
            return new Listening(address, port);
        }
    }

    /// Whether nodes share the ledger. A demonstration is always alone.
    boolean isShared() {
        return !database.url().isBlank() && !demo;
    }

    /// Where the instance key is.
    Path keyFile() {
        return Optional.ofNullable(key).orElseGet(() -> data.resolve(KEY));
    }

    /// Where the one account of an older installation is.
    Path formerAccountFile() {
        return data.resolve("keeper");
    }

    /// Where the first password waits for the keeper if there was no terminal to say it to.
    Path firstPasswordFile() {
        return data.resolve("first-password");
    }

    /// Where the ledger is.
    Path ledgerFile() {
        return data.resolve(LEDGER);
    }
}
