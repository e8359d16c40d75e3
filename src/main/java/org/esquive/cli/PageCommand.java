package org.esquive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.esquive.ledger.LedgerInUse;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.site.PageExport;
import org.esquive.wiring.Offline;
import org.esquive.wiring.SettingsDesk;
import org.esquive.wiring.StaticPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the public pages as files, for any web host.
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "Writes the public pages as files that any web host can serve, in any folder of it.",
        footer = {
            "",
            "Every line, in every language, with cards, poster and contact; without figures, and without pauses",
            "that a program would show. Write them again when a number changes: a file does not know.",
            "Example: esquive page --settings settings.yaml site/"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PageCommand implements Callable<Integer> {
    /// Stands for every secret, also for those that have to look like one.
    private static final Secret HIDDEN = new Secret("AAAAAAAAAAAAAAAA");

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where the files go; it is made if it is missing.")
    private Path folder;

    @Option(
            names = "--line",
            paramLabel = "ID",
            description = "The line of the first page. Default: the first open one")
    private @Nullable String line;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Take the lines from this document, whether or not the program runs.")
    private @Nullable Path document;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Else take them from this data folder; the program must not be running.",
            defaultValue = "${env:ESQUIVE_DATA:-data}")
    private Path data;

    @Spec
    private CommandSpec spec;

    private int files;

    @Override
    public Integer call() throws IOException {
        Settings settings = document == null ? stored() : written(document);
        Line first = first(settings);
        Path _ = Files.createDirectories(folder);
        StaticPage.write(settings, first, InstantSource.system().instant(), this::write);
        PrintWriter out = spec.commandLine().getOut();
        out.println("%d files in %s; the page to open first is index.html.".formatted(files, folder));
        out.flush();
        return 0;
    }

    private void write(String name, byte[] content) throws IOException {
        Path _ = Files.write(folder.resolve(name), content);
        files++;
    }

    private Line first(Settings settings) throws IOException {
        if (line == null) {
            return PageExport.first(settings).orElseThrow(() -> new IOException("the settings have no line yet."));
        }
        return settings.lines().stream()
                .filter(each -> each.id().value().equals(line))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no line " + line + "; there is " + names(settings)));
    }

    private static String names(Settings settings) {
        return settings.lines().stream().map(each -> each.id().value()).collect(Collectors.joining(", ", "", "."));
    }

    private Settings stored() throws IOException {
        if (!Offline.isIn(data)) {
            throw new IOException("there is no Esquive in " + data.toAbsolutePath()
                    + "; name its folder with --data, or a document with --settings");
        }
        try {
            return Offline.<Settings>atDesk(data, "", SettingsDesk::current);
        } catch (LedgerInUse _) {
            throw new IOException("the program runs and has its settings open; take the document from the console"
                    + " (Settings, whole document) and name it with --settings");
        }
    }

    /// Secrets are masked in a document that was exported, and of no use here.
    private static Settings written(Path file) throws IOException {
        return switch (SettingsYaml.read(Files.readString(file), (_, _, _) -> Optional.of(HIDDEN))) {
            case Reading.Valid(var settings, var _) -> settings;
            case Reading.Invalid(var problems) ->
                throw new IOException(file + " cannot be used: "
                        + problems.stream()
                                .limit(1)
                                .map(each -> each.sentence())
                                .collect(Collectors.joining()));
        };
    }
}
