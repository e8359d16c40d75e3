package org.esquive.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where to listen, the same for every command that starts the program.
final class Ports {
    @Option(names = "--port", paramLabel = "PORT", description = "Of the public page and the webhooks. Default: 8080")
    private @Nullable Integer port;

    @Option(names = "--keepers-port", paramLabel = "PORT", description = "Of the console. Default: 8081")
    private @Nullable Integer keepersPort;

    /// The same as configuration of the process.
    List<String> options() {
        return Stream.of(option("esquive.public.port", port), option("esquive.keepers.port", keepersPort))
                .flatMap(Optional::stream)
                .toList();
    }

    /// An option of the process, if it was given.
    static Optional<String> option(String name, @Nullable Object value) {
        return Optional.ofNullable(value).map(given -> "--" + name + "=" + given);
    }
}
