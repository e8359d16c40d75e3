package org.esquive.lab.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.esquive.lab.checker.Findings.Offender;

/// Judges the history of a run: `bench/run check FILE...`, the files in the order they were written. It prints the
/// verdict as one line of JSON, then who broke what in which records. The exit status is 0 if the promises were
/// kept, 1 if not, 2 if the history proves nothing.
public final class Check {
    static final int KEPT = 0;
    static final int BROKEN = 1;
    static final int UNUSABLE = 2;

    /// Records named of one offender.
    private static final int MOST_RECORDS = 20;

    private Check() {}

    /// @param args the files of one history
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: bench/run check FILE...");
            System.exit(UNUSABLE);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.stream(args).map(Path::of).toList(), out));
    }

    /// Judges, prints, and returns the exit status.
    public static int run(List<Path> files, PrintStream out) throws IOException {
        Known known = new Known();
        Trial trial = new Trial(known);
        try {
            new Records(files, known).each(trial::take);
            Verdict verdict = trial.verdict();
            out.println(verdict.toJson());
            if (!verdict.ok()) {
                name(trial.findings.offenders(), files, out);
            }
            return verdict.ok() ? KEPT : BROKEN;
        } catch (Unusable unusable) {
            out.println("{\"ok\":false,\"unusable\":\"" + escaped(unusable) + "\"}");
            return UNUSABLE;
        }
    }

    /// The verdict of a history.
    ///
    /// @throws Unusable if it proves nothing
    public static Verdict judge(List<Path> files) throws IOException {
        Known known = new Known();
        Trial trial = new Trial(known);
        new Records(files, known).each(trial::take);
        return trial.verdict();
    }

    private static String escaped(Unusable unusable) {
        String what = String.valueOf(unusable.getMessage());
        return what.replaceAll("[\\p{Cntrl}\"\\\\]", "?");
    }

    /// Reads the history once more, for the records of the offenders alone.
    private static void name(List<Offender> offenders, List<Path> files, PrintStream out) throws IOException {
        Known known = new Known();
        Map<Offender, Mentions> mentions = new LinkedHashMap<>();
        offenders.forEach(offender -> mentions.put(offender, new Mentions(offender, known, MOST_RECORDS)));
        new Records(files, known).each(row -> mentions.values().forEach(each -> each.look(row)));
        mentions.forEach((offender, found) -> out.println(offender.rule() + " " + offender.name() + ": records "
                + found.records().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
}
