package org.esquive.channel.android;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The beginning of a response body. It never fails and never waits longer than [#PATIENCE]: once the status is
/// known, a body that is endless, slow or cut off must not turn a known outcome into an unknown one.
final class HeadOfBody implements BodySubscriber<String> {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int most;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private @Nullable Subscription source;

    /// @param most how many bytes are kept
    HeadOfBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<String> getBody() {
        return body.completeOnTimeout("", PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), most - head.size())];
            buffer.get(bytes);
            head.writeBytes(bytes);
        }
        if (head.size() >= most || body.isDone()) {
            finish();
            if (source != null) {
                source.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable cutOff) {
        finish();
    }

    @Override
    public void onComplete() {
        finish();
    }

    private void finish() {
        body.complete(head.toString(StandardCharsets.UTF_8));
    }
}
