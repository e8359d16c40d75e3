package org.esquive.lab.faults.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// A crowd that asks for pages as fast as it may over a hundred connections, as a process of its own that gives way to
/// all others.
public final class Flood {
    private static final int CONNECTIONS = 100;
    private static final int PATIENCE_MS = 2_000;

    private final List<URI> pages;
    private final int addresses;
    private final int perSecond;
    private final long nanos;
    private final long began = System.nanoTime();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    private Flood(List<URI> pages, int addresses, int perSecond, long nanos) {
        this.pages = pages;
        this.addresses = addresses;
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /// Floods pages, and returns when it is over.
    ///
    /// @param addresses from how many of loopback
    /// @param perSecond requests at most
    /// @return requests that were answered
    public static long at(List<URI> pages, int addresses, int perSecond, Duration time) {
        List<String> command = new ArrayList<>(List.of(
                "nice",
                "-n",
                "10",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Flood.class.getName(),
                Integer.toString(addresses),
                Integer.toString(perSecond),
                Long.toString(time.toNanos())));
        pages.forEach(page -> command.add(page.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
                return Long.parseLong(String.valueOf(said.readLine()));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param args addresses, requests a second, nanoseconds, and pages
    public static void main(String... args) {
        List<URI> pages =
                List.of(args).subList(3, args.length).stream().map(URI::create).toList();
        System.out.println(
                new Flood(pages, Integer.parseInt(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2])).all());
    }

    private long all() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            URI page = pages.get(i % pages.size());
            int address = i % addresses;
            threads.add(Thread.ofVirtual().start(() -> {
                while (lasts()) {
                    ask(page, address);
                }
            }));
        }
        threads.forEach(Flood::join);
        return answered.get();
    }

    private boolean lasts() {
        return System.nanoTime() - began < nanos;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks over one connection until it is closed or time is up.
    private void ask(URI page, int address) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, (byte) (address / 250), (byte) (1 + address % 250)}),
                    0));
            socket.connect(new InetSocketAddress(page.getHost(), page.getPort()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            byte[] request = ("GET " + page.getPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 * 1_024];
            while (lasts()) {
                double seconds = (System.nanoTime() - began) / 1e9;
                if (sent.get() > seconds * perSecond) {
                    Patience.pass(Duration.ofMillis(2));
                    continue;
                }
                var _ = sent.incrementAndGet();
                out.write(request);
                if (in.read(buffer) < 0) {
                    return;
                }
                while (in.available() > 0) {
                    int _ = in.read(buffer);
                }
                var _ = answered.incrementAndGet();
            }
        } catch (IOException refused) {
            Patience.pass(Duration.ofMillis(20));
        }
    }
}
