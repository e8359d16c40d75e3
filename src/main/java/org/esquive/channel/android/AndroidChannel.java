package org.esquive.channel.android;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Listener;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.channel.Webhook;
import org.esquive.message.Outbound;
import org.esquive.settings.Line;
import org.jspecify.annotations.Nullable;

/// One phone. Texts come in by [#call], replies go out by [#send]; what the phone says of its replies comes in by
/// [#call] too.
public final class AndroidChannel implements Channel, Webhook {
    /// How long a webhook waits for its commit. The app itself gives up after 30 seconds, and calls again.
    static final Duration COMMIT_DEADLINE = Duration.ofSeconds(10);

    private static final Answer REFUSED = new Answer(403, "text/plain", "");
    private static final Answer MALFORMED = new Answer(400, "text/plain", "");

    private final AndroidOptions options;
    private final Door door;
    private final Handover handover;
    private final PhoneApi api;
    private final Heartbeat heartbeat;
    private final InstantSource clock;
    private volatile @Nullable Instant lastInbound;

    AndroidChannel(AndroidOptions options, List<Line> lines, Listener listener, InstantSource clock) {
        this.options = options;
        this.door = new Door(options, clock);
        this.handover = new Handover(options, lines, listener, clock);
        this.api = new PhoneApi(options, clock);
        this.heartbeat = new Heartbeat(() -> api.beat(lastInbound().isPresent()));
        this.clock = clock;
    }

    void startHeartbeat() {
        heartbeat.start();
    }

    @Override
    public Answer call(Call call) throws InterruptedException {
        return switch (door.meet(call)) {
            case REFUSED -> REFUSED;
            case KNOWN -> Answer.OK;
            case COME_IN -> take(call);
        };
    }

    @Override
    public SendResult send(Outbound outbound) throws InterruptedException {
        return api.send(outbound);
    }

    @Override
    public Pace pace() {
        return options.pace();
    }

    /// What the phone's address says, and what its webhooks say: the first trouble counts.
    @Override
    public Health health() {
        return Stream.concat(door.trouble().stream(), handover.trouble().stream())
                .findFirst()
                .map(cause -> new Health(Health.State.DOWN, cause))
                .orElseGet(api::health);
    }

    /// When the phone last called with a good signature.
    public Optional<Instant> lastInbound() {
        return Optional.ofNullable(lastInbound);
    }

    /// How many webhooks were refused since the channel was opened.
    public long refused() {
        return door.refused();
    }

    /// How many events were acknowledged and passed over: another SIM, somebody else's texts, kinds unknown.
    public long foreign() {
        return handover.foreign();
    }

    @Override
    public void close() {
        heartbeat.close();
        api.close();
    }

    private Answer take(Call call) throws InterruptedException {
        lastInbound = clock.instant();
        try {
            List<CompletableFuture<Taken>> answers = handover.handOver(EventReader.read(call.body()));
            if (!areCommitted(answers)) {
                return Answer.LATER;
            }
            door.remember(call);
            return Answer.OK;
        } catch (MalformedEvent malformed) {
            return MALFORMED;
        }
    }

    private static boolean areCommitted(List<CompletableFuture<Taken>> answers) throws InterruptedException {
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .get(COMMIT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return answers.stream().allMatch(answer -> answer.join() == Taken.COMMITTED);
        } catch (TimeoutException | ExecutionException tooLate) {
            return false;
        }
    }
}
