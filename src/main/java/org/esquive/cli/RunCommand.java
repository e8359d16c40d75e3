package org.esquive.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.esquive.wiring.Start;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the program for real.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs your lines, until Ctrl-C or a stop signal.",
        footer = {
            "",
            "Addresses and the rest are read from the environment too: ESQUIVE_DATA, ESQUIVE_PUBLIC_ADDRESS,",
            "ESQUIVE_PUBLIC_PORT, ESQUIVE_KEEPERS_ADDRESS, ESQUIVE_KEEPERS_PORT (docs/operations.md)."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the ledger is, or will be. Default: data, or ESQUIVE_DATA")
    private @Nullable Path data;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings that become the next version, if they say something new.")
    private @Nullable Path settings;

    @Mixin
    private Ports ports;

    @Override
    public Integer call() {
        Stream<String> own = Stream.of(Ports.option("esquive.data", data), Ports.option("esquive.settings", settings))
                .flatMap(option -> option.stream());
        var _ = Start.run(false, Stream.concat(own, ports.options().stream()).toArray(String[]::new));
        return 0;
    }
}
