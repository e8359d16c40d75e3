package org.esquive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The packaged program in a process of its own, for the tests of one class: started by the launcher as a person
/// starts it, on free ports and in an empty data folder, and told to stop when the class is done. What it said is
/// kept in `target/programs`; an error in it, or a number, fails the class.
final class Program implements BeforeAllCallback, AfterAllCallback {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROGRAMS = Path.of("target", "programs");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FAREWELL = Duration.ofSeconds(15);
    private static final Pattern ADDRESS = Pattern.compile("^ {2}(page|console) +(http://\\S+?)/$");
    private static final Pattern PASSWORD = Pattern.compile("^ {2}sign in +(\\S+) / (\\S+)$");
    private static final Pattern PASSWORD_FILE = Pattern.compile("^ {2}sign in +(\\S+) / the password in (.+?) \\(.*$");
    /// Of those reserved for fiction that senders in these tests have.
    private static final Pattern NUMBER = Pattern.compile("63998000[1-9]|7700900123");

    private static final String LAST_LINE = "  stop ";

    private final List<String> command;
    private final Map<String, String> environment;
    private volatile Process process;
    private volatile Path data;
    private volatile String page = "";
    private volatile String console = "";
    private volatile String keeper = "";
    private volatile String password = "";
    private final CountDownLatch answers = new CountDownLatch(1);
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private Program(List<String> command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /// The demonstration: a line that answers after a few seconds, and a phone to text it from.
    static Program demo() {
        return new Program(List.of("demo"), Map.of());
    }

    /// The demonstration with settings of its own.
    ///
    /// @param settings a file of `src/test/resources`
    static Program demo(String settings) {
        Path file = Path.of("src", "test", "resources", settings).toAbsolutePath();
        return new Program(List.of("demo"), Map.of("ESQUIVE_FIRST", file.toUri().toString()));
    }

    /// A new installation, as a keeper starts it for real and for the first time.
    static Program fresh() {
        return new Program(List.of("run"), Map.of());
    }

    /// The address of a page of the public side.
    String page(String path) {
        return page + path;
    }

    /// The address of a page of the keepers' side.
    String desk(String path) {
        return console + path;
    }

    /// Whether an address is of this program.
    boolean owns(String address) {
        return address.startsWith(page + "/") || address.startsWith(console + "/");
    }

    /// The name of the first keeper.
    String keeper() {
        return keeper;
    }

    /// The password that the program made at its start.
    String password() {
        return password;
    }

    /// Where its data are.
    Path data() {
        return data;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path folder = PROGRAMS.resolve(context.getRequiredTestClass().getSimpleName());
        Files.createDirectories(folder);
        data = Files.createTempDirectory(folder.toAbsolutePath(), "data");
        start(folder.resolve("program.log"));
    }

    private void start(Path log) throws IOException {
        List<String> words = Stream.of(
                        List.of(ROOT.resolve("esquive").toString()), command, List.of("--port=0", "--keepers-port=0"))
                .flatMap(List::stream)
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("ESQUIVE_DATA", data.toString());
        builder.environment().putAll(environment);
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var _ = Thread.ofPlatform().daemon().name("program").start(() -> listen(process.inputReader(), log));
        try {
            if (!answers.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || password.isEmpty()) {
                throw new IllegalStateException("the program did not start; it said: " + Files.readString(log));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes down all it says, to its end, and looks at what it says to its first user; the last line of that comes
    /// when it answers.
    private void listen(BufferedReader lines, Path log) {
        try (Writer written = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                written.write(line + "\n");
                written.flush();
                said.add(line);
                note(line);
                if (line.startsWith(LAST_LINE)) {
                    answers.countDown();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            answers.countDown();
        }
    }

    private void note(String line) {
        Matcher address = ADDRESS.matcher(line);
        if (address.matches()) {
            if (address.group(1).equals("page")) {
                page = address.group(2);
            } else {
                console = address.group(2);
            }
        }
        Matcher told = PASSWORD.matcher(line);
        Matcher filed = PASSWORD_FILE.matcher(line);
        if (told.matches()) {
            keeper = told.group(1);
            password = told.group(2);
        } else if (filed.matches()) {
            keeper = filed.group(1);
            password = read(ROOT.resolve(filed.group(2)));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(FAREWELL)) {
            process.destroyForcibly();
            throw new AssertionError("the program did not stop within " + FAREWELL);
        }
        assertThat(said).as("what it logged").noneMatch(line -> line.contains("level=ERROR"));
        assertThat(said)
                .as("numbers in its log")
                .noneMatch(line -> NUMBER.matcher(line).find());
    }
}
