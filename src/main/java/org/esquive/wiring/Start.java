package org.esquive.wiring;

import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.ledger.LedgerUnavailable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the program, for the commands that do.
public final class Start {
    private Start() {}

    /// Starts it and returns once it answers; it runs until its context is closed or the process is told to stop.
    ///
    /// @param demo whether as a demonstration: erasable data, nobody but this machine, an imagined phone
    /// @param options such as `--esquive.data=folder`, stronger than environment and files
    /// @return the running program
    public static ConfigurableApplicationContext run(boolean demo, String... options) {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setMainApplicationClass(Start.class);
        if (demo) {
            application.setAdditionalProfiles("demo");
        }
        return application.run(options);
    }

    /// Starts it as the build does, to work out how its parts fit together.
    public static void main(String... options) {
        ConfigurableApplicationContext _ = run(false, options);
    }

    /// Why the start failed, in a sentence with what to do; empty if it is a mistake of ours, whose trace is
    /// wanted.
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, Throwable::getCause)
                .takeWhile(cause -> cause != null)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<String> told(Throwable cause) {
        return switch (cause) {
            case CannotStart _, LedgerUnavailable _ -> Optional.ofNullable(cause.getMessage());
            case PortInUseException taken ->
                Optional.of("Port %d is taken, perhaps by another Esquive. Stop it, or choose another port."
                        .formatted(taken.getPort()));
            default -> Optional.empty();
        };
    }
}
