package org.esquive.lab.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Latencies;
import org.esquive.lab.smsc.Link;
import org.esquive.lab.smsc.Script;

/// F10: peers that are slow on purpose: headers and bodies of a byte every few seconds, visitors that never read, a
/// carrier that stops in the middle of a PDU. Texts and pages of everybody else must not feel it, and the slow are
/// let go.
record SlowPeers() implements Fault {
    private static final int HEADERS = 500;
    private static final int BODIES = 50;
    private static final int DEAF = 20;
    private static final Duration A_BYTE = Duration.ofSeconds(4);
    private static final Duration HEADER_LIMIT = Duration.ofSeconds(10);
    private static final Duration BODY_LIMIT = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofSeconds(6);
    private static final double MOST_MILLIS = 100;

    @Override
    public String number() {
        return "F10";
    }

    @Override
    public String what() {
        return HEADERS + " slow headers, " + BODIES + " slow bodies, " + DEAF
                + " that never read, a carrier that stops amid a PDU";
    }

    @Override
    public Setup setup() {
        return Setup.USUAL.and("binds", "2").and("enquire-link", "5");
    }

    @Override
    public void strike(Rig rig) throws IOException, InterruptedException {
        Node node = rig.start();
        rig.carrier.offerPerSecond(100);
        var _ = rig.text(800, 5);
        var _ = Patience.waitFor("two binds", () -> rig.smsc.links().size() > 1);
        var _ = rig.awaitAcknowledged(100);
        URI page = node.page("/");
        Latencies before = rig.carrier.latenciesFromNow();
        Patience.pass(Duration.ofSeconds(5));
        double usual = before.millis(0.99);
        List<Slow> headers = open(HEADERS, page, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        List<Slow> bodies = open(
                BODIES,
                page,
                "POST /hook/phone/fault-fault-fault-fault HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n{");
        List<Slow> deaf = open(DEAF, page, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200));
        Latencies texts = rig.carrier.latenciesFromNow();
        halfPdu(rig);
        Latencies pages = new Latencies();
        long began = System.nanoTime();
        long headersGone = 0;
        long bodiesGone = 0;
        Duration elapsed = Duration.ZERO;
        while (elapsed.compareTo(BODY_LIMIT.plus(SLACK)) < 0 && (headersGone == 0 || bodiesGone == 0)) {
            long next = System.nanoTime() + A_BYTE.toNanos();
            headers.forEach(Slow::trickle);
            bodies.forEach(Slow::trickle);
            visit(page, pages, next);
            elapsed = Duration.ofNanos(System.nanoTime() - began);
            headersGone =
                    headersGone == 0 && headers.stream().noneMatch(Slow::isOpen) ? elapsed.toSeconds() : headersGone;
            bodiesGone = bodiesGone == 0 && bodies.stream().noneMatch(Slow::isOpen) ? elapsed.toSeconds() : bodiesGone;
        }
        rig.expect(
                String.format(Locale.ROOT, "texts p99 %.0f ms (before %.0f ms)", texts.millis(0.99), usual),
                texts.millis(0.99) < Math.max(MOST_MILLIS, 2 * usual));
        rig.expect(format("pages p99 %.0f ms", pages.millis(0.99)), pages.millis(0.99) < MOST_MILLIS);
        gone(rig, "headers", headersGone, HEADER_LIMIT);
        gone(rig, "bodies", bodiesGone, BODY_LIMIT);
        List.of(headers, bodies, deaf).forEach(all -> all.forEach(Slow::close));
        rig.carrier.offerPerSecond(2_000);
        rig.expect("alive", node.isAlive());
    }

    private static void gone(Rig rig, String what, long seconds, Duration limit) {
        boolean inTime = seconds > 0 && seconds <= limit.plus(SLACK).toSeconds();
        String when = seconds == 0 ? "are never cut" : "are all cut after " + seconds + " s";
        rig.expect("slow " + what + " " + when + " (limit " + limit.toSeconds() + " s)", inTime);
    }

    /// One of two links stops in the middle of a header, and does nothing more.
    private static void halfPdu(Rig rig) {
        Link link = rig.smsc.links().getFirst();
        rig.history.fault("F7", true, "half a header");
        link.raw(new byte[] {0, 0, 0});
        Patience.pass(Duration.ofMillis(200));
        link.breakNow(Script.Break.HALF_OPEN);
    }

    private static List<Slow> open(int count, URI page, String begin) throws IOException {
        List<Slow> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Slow(page, begin));
        }
        return all;
    }

    private static void visit(URI page, Latencies latencies, long until) throws InterruptedException {
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
            while (System.nanoTime() < until) {
                long began = System.nanoTime();
                try {
                    var _ = visitor.send(request, BodyHandlers.discarding());
                } catch (IOException refused) {
                    latencies.record(Duration.ofSeconds(10).toNanos());
                }
                latencies.record(System.nanoTime() - began);
                Patience.pass(Duration.ofMillis(20));
            }
        }
    }

    private static String format(String form, double figure) {
        return String.format(Locale.ROOT, form, figure);
    }

    /// A connection that is in no hurry.
    private static final class Slow {
        private final SocketChannel channel;
        private boolean open = true;

        Slow(URI page, String begin) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(page.getHost(), page.getPort()));
            channel.configureBlocking(false);
            int _ = channel.write(ByteBuffer.wrap(begin.getBytes(StandardCharsets.US_ASCII)));
        }

        /// One byte more, unless the other side has closed.
        void trickle() {
            try {
                if (open && channel.read(ByteBuffer.allocate(4_096)) < 0) {
                    close();
                } else if (open) {
                    int _ = channel.write(ByteBuffer.wrap(new byte[] {'a'}));
                }
            } catch (IOException gone) {
                close();
            }
        }

        boolean isOpen() {
            return open;
        }

        void close() {
            open = false;
            try {
                channel.close();
            } catch (IOException gone) {
                // It is closed either way.
            }
        }
    }
}
