package org.esquive.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.esquive.lab.postgres.Care;
import org.esquive.lab.postgres.PostgresServer;

/// Measures how many texts a second one PostgreSQL takes from one node and from two, each commit forced to the disk,
/// all processes on this machine: `bench/run nodes [texts senders runs]`. It is no test, for it depends on the
/// machine.
///
/// Each node is a process of its own with the real intake, ledger and dispatcher; senders take turns, as in
/// `bench/run intake`. With two nodes each takes half of the texts of every line.
public final class NodesBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int TEN_LINES = 10;

    private final PostgresServer server;
    private final int texts;
    private final int senders;

    /// A way to spread the same texts.
    ///
    /// @param name as the table says it
    private record Layout(String name, int nodes, int lines) {}

    /// What a run reached.
    ///
    /// @param perSecond texts stored a second
    /// @param withReplies texts a second until every reply had left and was written down
    private record Result(double perSecond, double withReplies, double cpuMicros, long commits) {}

    private NodesBench(PostgresServer server, int texts, int senders) {
        this.server = server;
        this.texts = texts;
        this.senders = senders;
    }

    /// @param arguments texts, senders and runs; each may be left out
    public static void main(String... arguments) throws IOException, InterruptedException {
        int texts = argument(arguments, 0, 200_000);
        int senders = argument(arguments, 1, 20_000);
        int runs = argument(arguments, 2, 3);
        List<Layout> layouts = List.of(
                new Layout("one node, ten lines", 1, TEN_LINES),
                new Layout("two nodes, ten lines", 2, TEN_LINES),
                new Layout("one node, one line", 1, 1),
                new Layout("two nodes, one line", 2, 1));
        OUT.printf(Locale.ROOT, "%,d texts from %,d senders, %d runs each, in turn%n", texts, senders, runs);
        try (PostgresServer server = PostgresServer.start(Care.ALL)) {
            NodesBench bench = new NodesBench(server, texts, senders);
            double[][] speeds = new double[layouts.size()][runs];
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < layouts.size(); i++) {
                    speeds[i][run] = bench.told(layouts.get(i), run + 1).perSecond();
                }
            }
            for (int i = 0; i < layouts.size(); i++) {
                Arrays.sort(speeds[i]);
                OUT.printf(
                        Locale.ROOT,
                        "%-22s median %,.0f texts/s (%,.0f to %,.0f)%n",
                        layouts.get(i).name(),
                        speeds[i][runs / 2],
                        speeds[i][0],
                        speeds[i][runs - 1]);
            }
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index].replace("_", "")) : otherwise;
    }

    private Result told(Layout layout, int run) throws IOException, InterruptedException {
        Result result = run(layout);
        OUT.printf(
                Locale.ROOT,
                "run %d, %s: %,.0f texts/s (%,.0f with every reply), %.1f µs CPU of the nodes a text, %,d commits%n",
                run,
                layout.name(),
                result.perSecond(),
                result.withReplies(),
                result.cpuMicros(),
                result.commits());
        return result;
    }

    /// From the word "go" until the last node has its last answer, and until it has written down its last reply.
    private Result run(Layout layout) throws IOException, InterruptedException {
        String database = server.createDatabase();
        List<Process> nodes = new ArrayList<>();
        try {
            for (int node = 0; node < layout.nodes(); node++) {
                nodes.add(start(database, layout, node));
            }
            List<BufferedReader> told = nodes.stream()
                    .map(node ->
                            new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8)))
                    .toList();
            for (BufferedReader node : told) {
                expect("ready", node.readLine());
            }
            long began = System.nanoTime();
            for (Process node : nodes) {
                node.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
                node.getOutputStream().flush();
            }
            for (BufferedReader node : told) {
                expect("acknowledged", node.readLine());
            }
            long acknowledged = System.nanoTime() - began;
            double cpu = 0;
            long commits = 0;
            for (BufferedReader node : told) {
                String line = node.readLine();
                String[] words = (line == null ? "" : line).split(" ", -1);
                expect("done", words[0]);
                cpu += Double.parseDouble(words[1]);
                commits += Long.parseLong(words[2]);
            }
            long took = System.nanoTime() - began;
            for (Process node : nodes) {
                int _ = node.waitFor();
            }
            return new Result(texts * 1e9 / acknowledged, texts * 1e9 / took, cpu / texts, commits);
        } finally {
            nodes.forEach(Process::destroyForcibly);
            server.dropDatabase(database);
        }
    }

    private static void expect(String word, String told) {
        if (!word.equals(told)) {
            throw new IllegalStateException("a node said \"" + told + "\" and not \"" + word + "\"");
        }
    }

    private Process start(String database, Layout layout, int place) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC",
                "-Xmx400m",
                "-Dlogback.configurationFile=bench/quiet.xml",
                "-cp",
                System.getProperty("java.class.path"),
                BenchNode.class.getName(),
                Integer.toString(texts / layout.nodes()),
                Integer.toString(senders / layout.nodes()),
                Integer.toString(layout.lines()),
                Integer.toString(place));
        builder.environment().put(BenchNode.URL, server.url(database));
        builder.environment().put(BenchNode.USER, server.user());
        builder.environment().put(BenchNode.PASSWORD, server.password());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
