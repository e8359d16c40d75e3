package org.esquive.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.esquive.settings.Change;
import org.esquive.settings.Problem;
import org.esquive.settings.Warning;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.wiring.Offline;
import org.esquive.wiring.SettingsDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes, checks, exports and imports the settings document.
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(sample | check | export | import)",
        description = "The settings of your lines as one YAML document.",
        footer = {
            "",
            "A good beginning: esquive settings sample > settings.yaml",
            "Secrets are exported as ***; a *** that is imported keeps the stored secret.",
            "The program must not be running for export and import; run --settings imports at the start."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SettingsCommand {
    private static final String SAMPLE = "/settings-sample.yaml";
    private static final String AUTHOR = "command";

    @Spec
    private CommandSpec spec;

    @Command(mixinStandardHelpOptions = true, description = "Prints a sample that explains every option.")
    int sample() throws IOException {
        try (InputStream sample = SettingsCommand.class.getResourceAsStream(SAMPLE)) {
            out().print(new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8));
        }
        out().flush();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Says everything that is wrong with a document.")
    int check(@Parameters(paramLabel = "FILE", description = "The document.") Path file) throws IOException {
        return switch (SettingsYaml.read(Files.readString(file))) {
            case Reading.Invalid(var problems) -> refused(problems);
            case Reading.Valid(var settings, var warnings) -> {
                List<Problem> problems = Offline.problems(settings);
                yield problems.isEmpty() ? good(file + " is good.", warnings) : refused(problems);
            }
        };
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the settings in force, secrets masked.")
    int export(
            @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder.", defaultValue = DATA)
                    Path data)
            throws IOException {
        if (!Offline.isIn(data)) {
            throw new IOException("there is no Esquive in " + data.toAbsolutePath() + "; name its folder with --data");
        }
        out().print(Offline.<String>atDesk(data, "", SettingsDesk::document));
        out().flush();
        return 0;
    }

    @Command(name = "import", mixinStandardHelpOptions = true, description = "Makes a document the next version.")
    int imports(
            @Parameters(paramLabel = "FILE", description = "The document.") Path file,
            @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder.", defaultValue = DATA)
                    Path data)
            throws IOException {
        String yaml = Files.readString(file);
        Change change = Offline.atDesk(data, yaml, desk -> desk.adopt(AUTHOR, yaml));
        return switch (change) {
            case Change.Made(int version, var warnings) -> good("Version " + version + " is in force.", warnings);
            case Change.Refused(var problems) -> refused(problems);
            case Change.Conflict _ -> throw new IOException("somebody else changed the settings meanwhile; try again");
        };
    }

    private static final String DATA = "${env:ESQUIVE_DATA:-data}";

    private int good(String sentence, List<Warning> warnings) {
        warnings.forEach(warning -> out().println("note: " + warning.sentence()));
        out().println(sentence);
        out().flush();
        return 0;
    }

    private int refused(List<Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println(problem.sentence()));
        err.println(
                problems.size() == 1
                        ? "1 problem; nothing was changed."
                        : problems.size() + " problems; nothing was changed.");
        err.flush();
        return EsquiveCommand.CANNOT;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
