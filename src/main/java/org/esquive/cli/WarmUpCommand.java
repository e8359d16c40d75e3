package org.esquive.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.esquive.wiring.Start;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Starts the program on free ports, opens its pages once, texts its line once, and stops. The launcher lets the JVM
/// watch,
/// and keeps what it learns in the start-up cache.
@Command(name = "warm-up", hidden = true, description = "Starts, does a little of everything, and stops.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("/", "/?lang=en", "/phone", "/esquive.css", "/loopback/thread?from=%2B33639980001");

    @Parameters(paramLabel = "FOLDER", description = "An empty folder for the data.")
    private Path data;

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (ConfigurableApplicationContext program = Start.run(
                        true, "--esquive.data=" + data, "--esquive.public.port=0", "--esquive.keepers.port=0");
                HttpClient client = HttpClient.newHttpClient()) {
            String at = "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");
            for (String page : PAGES) {
                var _ = client.send(to(at + page).build(), BodyHandlers.ofString());
            }
            String text = "{\"from\":\"+33639980001\",\"text\":\"slt\"}";
            var _ = client.send(
                    to(at + "/loopback/texts")
                            .POST(HttpRequest.BodyPublishers.ofString(text))
                            .build(),
                    BodyHandlers.ofString());
        }
        return 0;
    }

    private static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("X-Esquive", "warm-up");
    }
}
