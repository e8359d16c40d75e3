package org.esquive.cli;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.esquive.wiring.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The program's commands, and what is common to them: help, version, and errors of one sentence.
@Command(
        name = "esquive",
        mixinStandardHelpOptions = true,
        versionProvider = EsquiveCommand.Version.class,
        description = "A number that answers: five times at most, and not at once.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            TextCommand.class,
            RehearseCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            PageCommand.class,
            PanicCommand.class,
            PeopleCommand.class,
            DatabaseCommand.class,
            WarmUpCommand.class
        },
        footer = {"", "Try it without a phone line: esquive demo", "Every command says more with --help."})
public final class EsquiveCommand {
    /// Something the person at the terminal can mend; the message says how.
    static final int CANNOT = 1;

    /// Runs a command.
    ///
    /// @return the exit status: 0 done, 1 could not, and one sentence on standard error says why; 2 misused
    public static int run(String... arguments) {
        keepLibrariesQuiet();
        return commands().execute(arguments);
    }

    static CommandLine commands() {
        return new CommandLine(new EsquiveCommand())
                .setExecutionExceptionHandler((failure, command, _) -> explain(failure, command));
    }

    /// A command speaks for itself. The program, once it runs, sets up its own log.
    private static void keepLibrariesQuiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /// What a person can mend is one sentence; a mistake of ours shows its trace.
    private static int explain(Exception failure, CommandLine command) {
        Optional<String> sentence = Start.sentence(failure).or(() -> mendable(failure));
        sentence.ifPresentOrElse(
                said -> command.getErr().println("esquive: " + said), () -> failure.printStackTrace(command.getErr()));
        command.getErr().flush();
        return CANNOT;
    }

    private static Optional<String> mendable(Exception failure) {
        return switch (failure) {
            case NoSuchFileException missing -> Optional.of(missing.getFile() + " is not there.");
            case IOException _ -> Optional.ofNullable(failure.getMessage());
            default -> Optional.empty();
        };
    }

    /// Reads the version from the program's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = EsquiveCommand.class.getPackage().getImplementationVersion();
            return new String[] {"esquive " + Optional.ofNullable(version).orElse("(not packaged)")};
        }
    }
}
