package org.esquive.rehearsal;

import java.util.Optional;
import java.util.function.Consumer;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.message.Outbound;

/// The way to nowhere: takes every reply at once and tells who asked for it.
///
/// @param taken told of each reply
record Sink(Consumer<Outbound> taken) implements Channel {
    private static final Pace AS_FAST_AS_ASKED = new Pace(60_000_000, 1_000);

    @Override
    public SendResult send(Outbound outbound) {
        taken.accept(outbound);
        return new SendResult.Accepted(Optional.empty());
    }

    @Override
    public Pace pace() {
        return AS_FAST_AS_ASKED;
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public void close() {}
}
