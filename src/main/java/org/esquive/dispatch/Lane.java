package org.esquive.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.esquive.channel.Channel;
import org.esquive.channel.Pipelined;
import org.esquive.channel.SendResult;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Settlement;

/// A channel with its pacer: the way on which the replies of one or more lines leave.
final class Lane {
    /// After so many tries a deferred reply goes behind the others, so that one that is never taken does not hold
    /// up a line.
    static final int TRIES_IN_PLACE = 3;

    private final Channel channel;
    private final Pacer pacer;
    private final InstantSource clock;

    Lane(Channel channel, InstantSource clock) {
        this.channel = channel;
        this.pacer = new Pacer(channel.pace(), clock.instant());
        this.clock = clock;
    }

    Channel channel() {
        return channel;
    }

    /// Whether there is a way to the network here.
    boolean canSend() {
        return channel.canSend();
    }

    Pacer pacer() {
        return pacer;
    }

    /// Sends a claimed reply, once, and says what to write down. A channel that began a pause since the claim is
    /// not bothered: the reply keeps its place. Never throws, since a claimed reply without a settlement would
    /// stay claimed.
    Settlement send(Owed owed) {
        if (pacer.isPaused(clock.instant())) {
            return settlement(owed, new Settlement.Result.Deferred(owed.dueAt()));
        }
        return concluded(owed, askChannel(owed));
    }

    /// The same without waiting: a channel that takes one text after the other is called at once, any other on a
    /// thread of its own.
    ///
    /// @param done gets the settlement, exactly once; must not block
    void send(Owed owed, Executor threads, Consumer<Settlement> done) {
        if (!(channel instanceof Pipelined pipelined)) {
            threads.execute(() -> done.accept(send(owed)));
        } else if (pacer.isPaused(clock.instant())) {
            done.accept(settlement(owed, new Settlement.Result.Deferred(owed.dueAt())));
        } else {
            hand(owed, pipelined, result -> done.accept(concluded(owed, result)));
        }
    }

    private static void hand(Owed owed, Pipelined channel, Consumer<SendResult> done) {
        try {
            channel.send(owed.outbound(), done);
        } catch (RuntimeException bug) {
            done.accept(failed(bug));
        }
    }

    private Settlement concluded(Owed owed, SendResult result) {
        Instant now = clock.instant();
        pacer.learn(result, now);
        return settlement(owed, asWritten(result, owed, now));
    }

    private static SendResult failed(RuntimeException bug) {
        return new SendResult.Unknown("the channel failed: " + bug.getClass().getSimpleName());
    }

    private SendResult askChannel(Owed owed) {
        try {
            return channel.send(owed.outbound());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new SendResult.Unknown("the program stopped while it was sent");
        } catch (RuntimeException bug) {
            return failed(bug);
        }
    }

    private static Settlement.Result asWritten(SendResult result, Owed owed, Instant now) {
        return switch (result) {
            case SendResult.Accepted accepted -> new Settlement.Result.Sent(accepted.providerId());
            case SendResult.Deferred _ -> new Settlement.Result.Deferred(place(owed, now));
            case SendResult.Refused refused -> new Settlement.Result.Refused(refused.code());
            case SendResult.Unknown unknown -> new Settlement.Result.Unknown(unknown.cause());
        };
    }

    private static Instant place(Owed owed, Instant now) {
        return owed.attempts() + 1 < TRIES_IN_PLACE ? owed.dueAt() : now;
    }

    private Settlement settlement(Owed owed, Settlement.Result result) {
        return new Settlement(owed, result, clock.instant());
    }
}
