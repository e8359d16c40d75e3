package org.esquive.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esquive.lab.smsc.Latencies;
import org.esquive.lab.smsc.Load;
import org.esquive.lab.smsc.Phases;
import org.esquive.lab.smsc.Smsc;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has the packaged program decide a million texts, signs in, and prints how long each view of the console takes.
@Command(
        name = "bench/run console",
        mixinStandardHelpOptions = true,
        description = "Each view of the console on many decisions: p50, p99 and the longest.")
public final class ConsoleBench implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int MOST_SECONDS = 600;
    private static final int WARM_UPS = 20;

    @Option(names = "--texts", defaultValue = "1000000", description = "decisions there are (${DEFAULT-VALUE})")
    private int texts;

    @Option(names = "--looks", defaultValue = "100", description = "at each view (${DEFAULT-VALUE})")
    private int looks;

    @Option(names = "--keep", description = "leaves ledger and log in target/bench")
    private boolean keep;

    @Parameters(description = "Views, such as /console/figures; the usual ones if none is said.")
    private List<String> views = List.of();

    public static void main(String[] args) {
        System.exit(new CommandLine(new ConsoleBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "console");
        Phases phases = new Phases();
        try (Smsc smsc = new Smsc(phases);
                Program program = new Program(folder, smsc.port())) {
            SmppBench.awaitBind(smsc);
            OUT.printf("%s%n", phases.run(plan(), MOST_SECONDS));
            look(program);
        } finally {
            if (!keep) {
                boolean _ = FileSystemUtils.deleteRecursively(folder);
            }
        }
        return 0;
    }

    /// Texts of the same senders to one line: most of them are beyond the fifth.
    private Load.Plan plan() {
        return new Load.Plan(
                texts, 0, 1_000, _ -> Numbers.line(0), Numbers::sender, "slt tu fais quoi ce soir", _ -> true);
    }

    private void look(Program program) throws IOException, InterruptedException {
        try (HttpClient keeper =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            signIn(keeper, program);
            for (String view : views.isEmpty() ? USUAL : views) {
                OUT.printf(Locale.ROOT, "  %-60s %s%n", view, times(keeper, program.console(view)));
            }
        }
    }

    private static final List<String> USUAL = List.of(
            "/console",
            "/console/decisions",
            "/console/decisions?reason=SENDER_LIMIT",
            "/console/figures",
            "/console/alerts",
            "/console/settings");

    private Latencies times(HttpClient keeper, URI view) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM_UPS + looks; i++) {
            long began = System.nanoTime();
            var answer = keeper.send(HttpRequest.newBuilder(view).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(view.getPath() + " is answered with " + answer.statusCode());
            }
            if (i >= WARM_UPS) {
                latencies.record(System.nanoTime() - began);
            }
        }
        return latencies;
    }

    private static void signIn(HttpClient keeper, Program program) throws IOException, InterruptedException {
        URI door = program.console("/login");
        String page = keeper.send(HttpRequest.newBuilder(door).build(), BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the login page has no form");
        }
        String form = "username=keeper&password="
                + coded(Files.readString(program.passwordFile()).strip())
                + "&_csrf="
                + coded(token.group(1));
        HttpResponse<Void> answer = keeper.send(
                HttpRequest.newBuilder(door)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/console")) {
            throw new IllegalStateException("the keeper could not sign in");
        }
    }

    private static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
