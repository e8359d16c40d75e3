package org.esquive.cli;

import java.util.concurrent.Callable;
import org.esquive.wiring.Start;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts the demonstration.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a line that does not exist, with an imagined phone to text it from.",
            "Nothing leaves this machine. Its data are in .esquive/demo and may be erased."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Ports ports;

    @Override
    public Integer call() {
        var _ = Start.run(true, ports.options().toArray(String[]::new));
        return 0;
    }
}
