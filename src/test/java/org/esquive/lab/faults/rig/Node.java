package org.esquive.lab.faults.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// One process of the program, from its start to its end.
public final class Node implements AutoCloseable {
    /// The exit status of a process that was killed by signal 9.
    private static final int KILLED = 137;

    private static final Duration POLITE = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {2}(page|console) +(http://\\S+?)/$");
    private static final String UNREACHED = "The database cannot be reached";
    private static final String READY = "Esquive is running.";

    private final Process process;
    private final Path log;
    private final int number;
    private final long began = System.nanoTime();

    /// Where a node lives.
    ///
    /// @param number which of the nodes it is
    /// @param data its folder
    /// @param journal where it says which text got which id
    /// @param settings the document it starts with
    /// @param log what it prints
    public record Place(int number, Path data, Path journal, Path settings, Path log) {}

    private Node(Process process, Place place) {
        this.process = process;
        this.log = place.log();
        this.number = place.number();
    }

    static Node start(Build build, Place place, Map<String, String> environment) {
        List<String> command = new ArrayList<>(build.jvm());
        command.add(command.size() - 2, "-D" + LabProgram.JOURNAL + "=" + place.journal());
        command.add(LabProgram.class.getName());
        command.add("--esquive.settings=" + place.settings());
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(place.log().toFile()));
            builder.environment().put("ESQUIVE_DATA", place.data().toString());
            builder.environment().put("ESQUIVE_PUBLIC_PORT", "0");
            builder.environment().put("ESQUIVE_KEEPERS_PORT", "0");
            builder.environment().putAll(environment);
            return new Node(builder.start(), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// When it was started, by [System#nanoTime()].
    public long began() {
        return began;
    }

    /// All it printed.
    public String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it says that it is running.
    public boolean isReady() {
        return printed().contains(READY);
    }

    int number() {
        return number;
    }

    /// Waits until it is running or has ended, and says whether it ended since it did not reach its database in time.
    boolean gaveDatabaseUp() {
        var _ = Patience.waitFor("a start", () -> isReady() || !process.isAlive());
        return !isReady() && lastLine().contains(UNREACHED);
    }

    /// Waits until it is running.
    ///
    /// @throws IllegalStateException if it ends instead
    public void awaitReady() {
        var _ = Patience.waitFor("a start", () -> isReady() || !process.isAlive());
        if (!isReady()) {
            throw new IllegalStateException("it did not start: " + lastLine());
        }
    }

    /// The sentence with which it refused to start; empty if it started after all, or said more than that.
    ///
    /// @param within how long that may take
    public Optional<String> refusal(Duration within) {
        boolean _ = Patience.comes(within, () -> isReady() || !process.isAlive());
        String said = printed()
                .lines()
                .filter(line -> !line.startsWith("time="))
                .reduce((earlier, later) -> earlier + " / " + later)
                .orElse("");
        boolean sentence = !process.isAlive() && said.startsWith("esquive: ") && !said.contains(" / ");
        return sentence ? Optional.of(said.substring("esquive: ".length())) : Optional.empty();
    }

    /// The last line it printed.
    public String lastLine() {
        return printed().lines().reduce((_, later) -> later).orElse("nothing");
    }

    /// A page of the public side.
    public URI page(String path) {
        return address("page", path);
    }

    /// A page of the keepers' side.
    public URI console(String path) {
        return address("console", path);
    }

    private URI address(String side, String path) {
        return ADDRESS.matcher(printed())
                .results()
                .filter(line -> line.group(1).equals(side))
                .map(line -> URI.create(line.group(2) + path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it has not said where it is"));
    }

    /// Kills it as `kill -9` does.
    int kill() {
        boolean _ = process.toHandle().destroyForcibly();
        int _ = await();
        return KILLED;
    }

    /// Ends it as a keeper would.
    ///
    /// @return its exit status; that of a killed process if it did not end by itself
    int stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(POLITE.toSeconds(), TimeUnit.SECONDS)) {
                return kill();
            }
        } catch (IOException gone) {
            // It ended already.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return kill();
        }
        return await();
    }

    int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return KILLED;
        }
    }

    /// Stops it for some time, as a machine that is short of memory or a hypervisor does, and returns at once. The
    /// signal that lets it go on comes from a process of its own, whatever becomes of this one.
    ///
    /// @return that process
    public Process pause(Duration time) {
        String script = "kill -STOP %d; sleep %d; kill -CONT %d".formatted(pid(), time.toSeconds(), pid());
        try {
            return new ProcessBuilder("sh", "-c", script).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            int _ = kill();
        }
    }
}
