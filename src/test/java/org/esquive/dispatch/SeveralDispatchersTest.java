package org.esquive.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.ScriptedChannel;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.postgres.PostgresStore;
import org.esquive.message.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two nodes of one database that send the replies of one line.
@Tag("slow")
class SeveralDispatchersTest {
    private static final Pace BROAD = new Pace(6_000_000, 1_000);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(10);

    private PostgresStore store;
    private Desk one;
    private Desk two;

    /// A channel whose link another node holds.
    private record Elsewhere(ScriptedChannel channel) implements Channel {
        @Override
        public SendResult send(Outbound outbound) throws InterruptedException {
            return channel.send(outbound);
        }

        @Override
        public Pace pace() {
            return channel.pace();
        }

        @Override
        public boolean canSend() {
            return false;
        }

        @Override
        public Health health() {
            return new Health(Health.State.ELSEWHERE, "Node 1 holds the link.");
        }

        @Override
        public void close() {
            channel.close();
        }
    }

    @BeforeEach
    void open() {
        store = new PostgresStore();
        one = new Desk(store);
        two = new Desk(store);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        store.close();
    }

    private static Dispatcher started(Desk desk, Channel channel) {
        Dispatcher dispatcher = new Dispatcher(desk.ledger(), _ -> Optional.of(channel), desk.clock);
        int _ = dispatcher.start(Set.of(Fixtures.DEMO));
        return dispatcher;
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK);
        }
    }

    @Test
    void aReplyThatOneNodeDecidedLeavesByTheOneThatHasTheLink() {
        ScriptedChannel here = ScriptedChannel.willing(BROAD);
        ScriptedChannel there = ScriptedChannel.willing(BROAD);
        try (Dispatcher without = started(one, new Elsewhere(here));
                Dispatcher _ = started(two, there)) {
            var _ = one.text(1, "slt");
            without.wake(Fixtures.DEMO);
            await("the reply", () -> there.asked().size() == 1);
            assertThat(without.take(Fixtures.DEMO)).isFalse();
        }
        assertThat(here.asked()).isEmpty();
    }

    @Test
    void aReplyLeavesOnceHoweverManyNodesCould() {
        int replies = 150;
        ScriptedChannel first = ScriptedChannel.willing(BROAD);
        ScriptedChannel second = ScriptedChannel.willing(BROAD);
        List<Arrival> texts = new ArrayList<>();
        for (int sender = 0; sender < replies; sender++) {
            texts.add(one.arrival(100 + sender, "slt"));
        }
        var _ = one.commit(texts);
        try (Dispatcher _ = started(one, first);
                Dispatcher _ = started(two, second)) {
            await("the replies", () -> first.asked().size() + second.asked().size() >= replies);
        }
        assertThat(Stream.concat(first.asked().stream(), second.asked().stream())
                        .map(Outbound::id))
                .hasSize(replies)
                .doesNotHaveDuplicates();
    }
}
