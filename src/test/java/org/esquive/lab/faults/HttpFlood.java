package org.esquive.lab.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.smsc.Latencies;

/// F11: a flood of requests at the public page and at the console's door, from one address and from two hundred,
/// while texts come in at a steady pace. The flood is made on the same machine, and takes its share of it.
record HttpFlood(Duration each) implements Fault {
    private static final int TEXTS_PER_SECOND = 300;
    private static final int MOST_PER_SECOND = 10_000;
    private static final int CONNECTIONS = 100;
    private static final int ADDRESSES = 200;
    private static final double AT_LEAST = 0.9;

    @Override
    public String number() {
        return "F11";
    }

    @Override
    public String what() {
        return "page and login flooded with up to " + MOST_PER_SECOND + " requests/s from 1 and from " + ADDRESSES
                + " addresses, " + TEXTS_PER_SECOND + " texts/s beside";
    }

    @Override
    public void strike(Rig rig) {
        Node node = rig.start();
        rig.carrier.offerPerSecond(TEXTS_PER_SECOND);
        var _ = rig.text(1_200, 6);
        var _ = rig.awaitAcknowledged(TEXTS_PER_SECOND);
        double usual = share(rig, () -> Patience.pass(each));
        List<URI> pages = List.of(node.page("/"), node.console("/login"));
        for (int addresses : new int[] {1, ADDRESSES}) {
            rig.history.fault("F11", true, addresses + " addresses");
            Latencies texts = rig.carrier.latenciesFromNow();
            AtomicLong requests = new AtomicLong();
            double share = share(rig, () -> requests.set(flood(pages, addresses)));
            rig.history.fault("F11", false, "over");
            rig.expect(
                    String.format(
                            Locale.ROOT,
                            "%d address(es): %d requests/s answered, %.0f %% of the texts taken in time (before: %.0f %%),"
                                    + " p99 %.0f ms",
                            addresses,
                            requests.get() / each.toSeconds(),
                            100 * share,
                            100 * usual,
                            texts.millis(0.99)),
                    share >= AT_LEAST * usual || rig.carrier.open() == 0);
        }
        rig.carrier.offerPerSecond(2_000);
        rig.expect("alive", node.isAlive());
    }

    /// Which share of the texts offered meanwhile was taken, 1 at most.
    private static double share(Rig rig, Runnable meanwhile) {
        long before = rig.carrier.acknowledged();
        long began = System.nanoTime();
        meanwhile.run();
        double offered = TEXTS_PER_SECOND * (System.nanoTime() - began) / 1e9;
        return Math.min(1, (rig.carrier.acknowledged() - before) / offered);
    }

    /// @return requests that were answered
    private long flood(List<URI> pages, int addresses) {
        AtomicLong answered = new AtomicLong();
        AtomicLong sent = new AtomicLong();
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            URI page = pages.get(i % pages.size());
            int address = i % addresses;
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() - began < each.toNanos()) {
                    ask(page, address, began, sent, answered);
                }
            }));
        }
        threads.forEach(HttpFlood::join);
        return answered.get();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks over one connection until it is closed or time is up.
    private void ask(URI page, int address, long began, AtomicLong sent, AtomicLong answered) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, (byte) (address / 250), (byte) (1 + address % 250)}),
                    0));
            socket.connect(new InetSocketAddress(page.getHost(), page.getPort()), 2_000);
            socket.setSoTimeout(2_000);
            byte[] request = ("GET " + page.getPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 * 1_024];
            while (System.nanoTime() - began < each.toNanos()) {
                double seconds = (System.nanoTime() - began) / 1e9;
                if (sent.get() > seconds * MOST_PER_SECOND) {
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
