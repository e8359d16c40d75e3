package org.esquive.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.esquive.lab.smsc.Latencies;

/// People who open pages at a steady pace, whether or not earlier ones were served: latencies count from the moment a
/// visit was due, so that a program that stalls is not spared the visits that waited. Bounded in number; a visit that
/// takes longer than [#PATIENCE] or is answered with anything but 200 is an error.
final class Visits {
    /// Enough that 500 visits a second find one free while each takes a quarter of a second.
    private static final int AT_ONCE = 128;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<HttpRequest> pages;
    private final int perSecond;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Latencies latencies = new Latencies();

    /// What came of it.
    ///
    /// @param bytes of all bodies
    record Result(int visits, int errors, long bytes, double perSecond, Latencies latencies) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d visits, %,.0f/s, %,d errors, %,d bytes a page: %s",
                    visits,
                    perSecond,
                    errors,
                    bytes / Math.max(1, visits),
                    latencies);
        }
    }

    /// @param pages opened in turn
    Visits(List<URI> pages, int perSecond, Duration lasts) {
        this.pages = pages.stream()
                .map(page -> HttpRequest.newBuilder(page)
                        .timeout(PATIENCE)
                        .header("Accept-Language", "fr")
                        .build())
                .toList();
        this.perSecond = perSecond;
        this.count = Math.toIntExact(perSecond * lasts.toSeconds());
    }

    /// Makes all visits and returns when the last one was served.
    Result run() throws InterruptedException {
        long start = System.nanoTime();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<Thread> visitors = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> Thread.ofVirtual().name("visitor-" + n).start(() -> visit(client, start)))
                    .toList();
            for (Thread visitor : visitors) {
                visitor.join();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(count, errors.get(), bytes.get(), count / seconds, latencies);
    }

    private void visit(HttpClient client, long start) {
        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
            long due = start + n * 1_000_000_000L / perSecond;
            await(due);
            try {
                var answer = client.send(pages.get(n % pages.size()), BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    bytes.addAndGet(answer.body().length);
                } else {
                    errors.incrementAndGet();
                }
            } catch (IOException failure) {
                errors.incrementAndGet();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
            latencies.record(System.nanoTime() - due);
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP));
        }
    }
}
