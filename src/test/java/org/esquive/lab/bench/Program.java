package org.esquive.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.esquive.lab.peers.Proc;

/// Esquive itself, started by its launcher as a keeper would, with settings that answer at once over SMPP.
final class Program implements Rival {
    private static final int PATIENCE = 30;
    private static final int LOOK_AGAIN = 50;
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {2}(page|console) +(http://\\S+?)/$");

    private final Process process;
    private final Path log;

    /// @param folder for the settings, the ledger and the log
    /// @param port of the carrier on loopback
    Program(Path folder, int port) {
        log = folder.resolve("esquive.log");
        try {
            Path settings = Files.writeString(folder.resolve("settings.yaml"), settings(port));
            ProcessBuilder builder = new ProcessBuilder(
                            "./esquive",
                            "run",
                            "--data",
                            folder.resolve("data").toString(),
                            "--settings",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()));
            builder.environment().put("ESQUIVE_PUBLIC_PORT", "0");
            builder.environment().put("ESQUIVE_KEEPERS_PORT", "0");
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(int port) {
        String lines = IntStream.range(0, Numbers.LINES)
                .mapToObj(i -> """
                          - id: line%d
                            number: "+%d"
                            country: FR
                            channel: carrier
                            delay: none
                            limits:
                              gap: 1ms
                              replies-per-minute: 100000000
                              replies-per-day: 1000000000
                              recipients-per-month: 1000000000
                              new-recipients-per-hour: 100000000
                              new-recipients-per-day: 1000000000
                            flood:
                              senders-per-minute: 1000000
                              texts-per-minute: 100000000
                              neighbours: 1000
                        """.formatted(i, Numbers.line(i)))
                .collect(Collectors.joining());
        return """
                lines:
                %schannels:
                  - id: carrier
                    kind: smpp
                    options:
                      host: 127.0.0.1
                      port: %d
                      system-id: esquive
                      window: 10000
                      per-second: 100000
                      receipts: "off"
                    secrets:
                      password: lab
                    limits:
                      replies-per-minute: 100000000
                      replies-per-day: 1000000000
                      recipients-per-month: 1000000000
                """.formatted(lines, port);
    }

    /// A page of the public side. The program must have started.
    URI page(String path) {
        return address("page", path);
    }

    /// A page of the keepers' side. The program must have started.
    URI console(String path) {
        return address("console", path);
    }

    /// A channel may be bound a moment before the program says where its pages are.
    private URI address(String side, String path) {
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
            Optional<URI> said = said(side, path);
            while (said.isEmpty() && System.nanoTime() < end && !process.waitFor(LOOK_AGAIN, TimeUnit.MILLISECONDS)) {
                said = said(side, path);
            }
            return said.orElseThrow(() -> new IllegalStateException("it has not said where it is: see " + log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopping);
        }
    }

    private Optional<URI> said(String side, String path) throws IOException {
        return ADDRESS.matcher(Files.readString(log))
                .results()
                .filter(line -> line.group(1).equals(side))
                .map(line -> URI.create(line.group(2) + path))
                .findFirst();
    }

    /// Where the password of the first keeper is.
    Path passwordFile() {
        return log.resolveSibling("data").resolve("first-password");
    }

    @Override
    public Duration cpuTime() {
        return Proc.cpuTime(List.of(process));
    }

    @Override
    public long peakMemory() {
        return Proc.peakMemory(List.of(process));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                boolean _ = process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            boolean _ = process.toHandle().destroyForcibly();
        }
    }
}
