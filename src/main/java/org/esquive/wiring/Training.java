package org.esquive.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// One short life of the program, from which the JVM learns to start it fast: a demonstration in a folder that is
/// erased again, on ports that nobody else uses, asked once for each of its pages.
public final class Training {
    private Training() {}

    /// Starts, shows every page, and stops.
    public static void run() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("esquive-training");
            try (ConfigurableApplicationContext program = Start.run(
                    true, "--esquive.data=" + folder, "--esquive.public.port=0", "--esquive.keepers.port=0")) {
                visit(program);
            } finally {
                erase(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the training run found no room for its files", failure);
        }
    }

    private static void visit(ConfigurableApplicationContext program) throws IOException, InterruptedException {
        int publicPort = Optional.ofNullable(((WebServerApplicationContext) program).getWebServer())
                .orElseThrow()
                .getPort();
        int keepersPort = program.getBean(Connector.class).getLocalPort();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String page : List.of("/", "/esquive.css", "/phone")) {
                get(browser, publicPort, page);
            }
            for (String page : List.of("/login", "/actuator/health", "/actuator/prometheus")) {
                get(browser, keepersPort, page);
            }
        }
    }

    private static void get(HttpClient browser, int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        var _ = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }

    private static void erase(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
