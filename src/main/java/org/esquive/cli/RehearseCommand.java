package org.esquive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.esquive.rehearsal.OwnLine;
import org.esquive.rehearsal.Protection;
import org.esquive.rehearsal.Rehearsal;
import org.esquive.rehearsal.RehearsalTable;
import org.esquive.rehearsal.Result;
import org.esquive.rehearsal.Scenario;
import org.esquive.rehearsal.Scenarios;
import org.esquive.rehearsal.Tariff;
import org.esquive.settings.Delay;
import org.esquive.settings.Line;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SecretReader;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.settings.yaml.ShippedTexts;
import org.esquive.wiring.Offline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays an attack under each protection and prints what the guards saved.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Plays an attack through the real program on a virtual clock, and says what each guard saved.",
            "Nothing is sent, and your own line is not touched."
        },
        footer = {
            "",
            "What would your own line have done? esquive settings export > mine.yaml",
            "esquive rehearse --settings mine.yaml raid"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RehearseCommand implements Callable<Integer> {
    private static final int PLAYERS = 2;

    private static final List<Protection> WITH_OWN =
            List.of(Protection.NONE, Protection.FIVE, Protection.ALL, Protection.OWN);

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "october-2017",
            converter = ScenarioConverter.class,
            description = "What happens; --list says what there is. Default: ${DEFAULT-VALUE}")
    private String name = "october-2017";

    @Option(names = "--list", description = "List the scenarios.")
    private boolean list;

    @Option(names = "--seed", defaultValue = "2017", description = "What chance is made of. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the figures to this file, too.")
    private @Nullable Path csv;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "A settings document: what would its line have done? Its column takes the place of the limits.")
    private @Nullable Path settings;

    @Option(names = "--line", paramLabel = "ID", description = "Which line of these settings. Default: the first")
    private @Nullable String line;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Scenarios.names()
                    .forEach(each -> out.printf(
                            Locale.ROOT, "  %-18s %s%n", each, scenario(each).title()));
        } else {
            rehearse(scenario(name), out);
        }
        out.flush();
        return 0;
    }

    private Scenario scenario(String named) {
        return Scenarios.named(named, seed).orElseThrow();
    }

    private void rehearse(Scenario scenario, PrintWriter out) throws IOException {
        long began = System.nanoTime();
        Optional<OwnLine> own = own();
        Tariff tariff = own.map(OwnLine::tariff).orElse(Tariff.OF_2017);
        RehearsalTable table = new RehearsalTable(scenario, tariff, play(scenario, own));
        out.print(table.text());
        out.printf(Locale.ROOT, "%n%s%n", howItWent(scenario, Duration.ofNanos(System.nanoTime() - began)));
        if (csv != null) {
            Path _ = Files.writeString(csv, table.csv());
        }
    }

    /// The line of a settings document; its secrets are not needed, so they may be masked.
    private Optional<OwnLine> own() throws IOException {
        if (settings == null) {
            return Optional.empty();
        }
        return switch (SettingsYaml.read(Files.readString(settings), SecretReader.NONE)) {
            case Reading.Invalid(var problems) ->
                throw new IOException(
                        problems.stream().map(Problem::sentence).collect(Collectors.joining(System.lineSeparator())));
            case Reading.Valid(var read, var _) -> Optional.of(own(read));
        };
    }

    private OwnLine own(Settings read) throws IOException {
        Line chosen = read.lines().stream()
                .filter(each -> line == null || each.id().value().equals(line))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no line of that id in " + settings));
        return OwnLine.of(Offline.rulebook(read).of(chosen.id()).orElseThrow());
    }

    /// Every protection, some side by side.
    private List<Result> play(Scenario scenario, Optional<OwnLine> own) {
        Rehearsal rehearsal = new Rehearsal(ShippedTexts.load(), Delay.USUAL, seed);
        List<Protection> columns = own.isPresent() ? WITH_OWN : Protection.USUAL;
        int total = (columns.size() - 1) * scenario.texts().size();
        Progress progress = new Progress(spec.commandLine().getErr(), "playing " + scenario.name(), total);
        try (ExecutorService players = Executors.newFixedThreadPool(PLAYERS)) {
            List<Future<Result>> results = new ArrayList<>();
            for (Protection protection : columns) {
                results.add(players.submit(() -> protection == Protection.OWN
                        ? rehearsal.play(scenario, own.orElseThrow(), progress::step)
                        : rehearsal.play(scenario, protection, progress::step)));
            }
            List<Result> all = results.stream().map(RehearseCommand::await).toList();
            progress.done();
            return all;
        }
    }

    private static Result await(Future<Result> result) {
        try {
            return result.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the rehearsal failed", failure.getCause());
        }
    }

    private static String howItWent(Scenario scenario, Duration took) {
        double speed = 1.0 * scenario.length().toSeconds() / Math.max(1, took.toSeconds());
        return "Played in %d s, %,.0f times as fast as it happened; peak heap %d MB."
                .formatted(took.toSeconds(), speed, peakHeap() >> 20);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
