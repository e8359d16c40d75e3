package org.esquive.wiring;

import java.nio.file.Path;
import java.util.Optional;
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
/// @param node 0 to 1,023, different on each node of one database
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
