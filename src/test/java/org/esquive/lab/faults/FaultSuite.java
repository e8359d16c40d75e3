package org.esquive.lab.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.esquive.lab.faults.rig.Build;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Target;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Does every fault of the catalogue to the packaged program and prints what it kept: `./esquive faults`.
/// `docs/faults.md` says what each is and how to read the table.
@Command(
        name = "esquive faults",
        mixinStandardHelpOptions = true,
        description = "Does every fault of docs/faults.md to the program, on loopback, and prints what it kept.")
public final class FaultSuite implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int KEPT = 0;
    private static final int BROKEN = 1;

    @Option(names = "--only", split = ",", description = "numbers of faults, such as F1,F3; all if it is left out")
    private List<String> only = List.of();

    /// What it can be done to.
    enum On {
        SQLITE,
        POSTGRES,
        TWO;

        Target target() {
            return switch (this) {
                case SQLITE -> new Target.Sqlite();
                case POSTGRES -> new Target.Postgres(1);
                case TWO -> new Target.Postgres(2);
            };
        }
    }

    @Option(
            names = "--target",
            split = ",",
            description = "sqlite, postgres (one node), two (nodes on PostgreSQL); all if it is left out")
    private List<On> on = List.of(On.values());

    @Option(names = "--seed", defaultValue = "1", description = "of all chance (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--long", description = "more kills, more states, a longer soak: an hour instead of minutes")
    private boolean thorough;

    @Option(names = "--list", description = "says what there is, and does nothing")
    private boolean list;

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultSuite())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            on.forEach(each -> {
                OUT.println(each.target().name());
                faults(each.target()).forEach(fault -> OUT.printf("  %-4s %s%n", fault.number(), fault.what()));
            });
            return KEPT;
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/faults")), "run");
        Map<Target, List<Row>> tables = new LinkedHashMap<>();
        for (On each : on) {
            tables.put(each.target(), rows(folder, each.target()));
        }
        tables.forEach(this::print);
        List<Row> rows = tables.values().stream().flatMap(List::stream).toList();
        long broken = rows.stream().filter(row -> !row.kept()).count();
        long leftOut = rows.stream().filter(Row::leftOut).count();
        OUT.printf("%n%d kept, %d broken, %d left out", rows.size() - broken - leftOut, broken, leftOut);
        OUT.println(broken == 0 ? "" : "; their histories are in " + folder);
        return broken == 0 ? KEPT : BROKEN;
    }

    private List<Fault> faults(Target target) {
        return new Catalogue(thorough)
                .of(target).stream()
                        .filter(fault -> only.isEmpty() || only.contains(fault.number()))
                        .toList();
    }

    private List<Row> rows(Path folder, Target target) throws IOException {
        Trial trial = new Trial(folder, target, Build.packaged(), Machine.here(), seed);
        List<Row> rows = new ArrayList<>();
        for (Fault fault : faults(target)) {
            OUT.printf(Locale.ROOT, "%-4s %s; %s …%n", fault.number(), target.name(), fault.what());
            Row row = trial.of(fault);
            rows.add(row);
            OUT.printf(Locale.ROOT, "     %s, %d s%n", said(row), row.seconds());
        }
        return rows;
    }

    private void print(Target target, List<Row> rows) {
        if (!rows.isEmpty()) {
            OUT.printf("%n%s, seed %d%n%n%s", target.name(), seed, Row.HEAD);
            rows.forEach(OUT::println);
        }
    }

    private static String said(Row row) {
        return row.leftOut()
                ? "left out: " + row.trouble()
                : (row.kept() ? "kept" : "NOT KEPT") + "\n" + row + "\n    ";
    }
}
