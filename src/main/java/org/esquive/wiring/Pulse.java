package org.esquive.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages, over server-sent events, that what they show has changed; the page then asks for it as at
/// first. It carries nothing itself, so there is nothing to miss and nothing to leak.
final class Pulse implements AutoCloseable {
    /// How often it looks.
    static final Duration BEAT = Duration.ofMillis(500);

    /// Pages that may be open at once.
    static final int MOST = 32;

    /// Beats after which something is sent even if nothing changed, to learn whether the page is still there.
    private static final int SILENT_BEATS = 30;

    private final Semaphore places = new Semaphore(MOST);
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Opens a stream to a page.
    ///
    /// @param stamp something that differs as soon as the page would
    /// @throws ResponseStatusException 503 if too many pages are open
    SseEmitter open(Supplier<Object> stamp) {
        if (!places.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        SseEmitter emitter = new SseEmitter(0L);
        Thread _ = Thread.ofVirtual().name("pulse").start(() -> {
            try {
                beat(emitter, stamp);
            } finally {
                places.release();
            }
        });
        return emitter;
    }

    /// Ends every stream; pages come back by themselves.
    @Override
    public void close() {
        closed.countDown();
    }

    private void beat(SseEmitter emitter, Supplier<Object> stamp) {
        try {
            Object shown = stamp.get();
            emitter.send(SseEmitter.event().comment("open"));
            for (int silent = 0; !closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS); silent++) {
                Object now = stamp.get();
                if (!now.equals(shown)) {
                    emitter.send(SseEmitter.event().name("changed").data(""));
                    shown = now;
                    silent = 0;
                } else if (silent % SILENT_BEATS == SILENT_BEATS - 1) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            emitter.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}
