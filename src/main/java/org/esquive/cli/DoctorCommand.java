package org.esquive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.esquive.channel.Checkup;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.wiring.Offline;
import org.esquive.wiring.SettingsDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tries every channel of the settings and says what is wrong.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Tries every channel: is the carrier reached, does it accept the bind, and what to do if not.",
        footer = {
            "",
            "Example: esquive doctor settings.yaml",
            "Nothing is sent. The program must not be running if its own settings are tried."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DoctorCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A settings document. Default: the settings in force in the data folder.")
    private @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The data folder.",
            defaultValue = "${env:ESQUIVE_DATA:-data}")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = settings();
        if (settings.channels().isEmpty()) {
            out.println("There is no channel in these settings.");
        }
        int troubles = 0;
        for (ChannelSettings channel : settings.channels()) {
            Checkup checkup = Offline.examine(channel);
            out.println(channel.id() + ": " + checkup.sentence());
            out.flush();
            troubles += checkup instanceof Checkup.Trouble ? 1 : 0;
        }
        out.flush();
        return troubles == 0 ? 0 : EsquiveCommand.CANNOT;
    }

    private Settings settings() throws IOException {
        if (file == null) {
            return inForce();
        }
        return switch (SettingsYaml.read(Files.readString(file))) {
            case Reading.Invalid(var problems) -> throw new IOException(sentences(problems));
            case Reading.Valid(var settings, var _) -> {
                List<Problem> problems = Offline.problems(settings);
                if (!problems.isEmpty()) {
                    throw new IOException(sentences(problems));
                }
                yield settings;
            }
        };
    }

    private Settings inForce() throws IOException {
        if (!Offline.isIn(data)) {
            throw new IOException("there is no Esquive in " + data.toAbsolutePath()
                    + "; name its folder with --data, or a settings document");
        }
        return Offline.<Settings>atDesk(data, "", SettingsDesk::current);
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining(System.lineSeparator()));
    }
}
