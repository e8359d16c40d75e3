package org.esquive.dispatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.intake.Intake;
import org.esquive.intake.Intake.Taken;
import org.esquive.lab.Desk;
import org.esquive.lab.FaultyLedger;
import org.esquive.lab.Fixtures;
import org.esquive.lab.ScriptedChannel;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.message.Inbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reply that is due at once leaves with the commit that decides it, if there is room and nobody waits before it.
class ExpressTest {
    private static final Pace ONE_AFTER_THE_OTHER = new Pace(60_000_000, 1);

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(new SqliteStore(folder.resolve("esquive.db")));
        desk.express();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void thereIsAsMuchLeaveAsTheWindowHasPlaces() {
        try (Dispatcher dispatcher = started(ScriptedChannel.willing(ONE_AFTER_THE_OTHER))) {
            until(() -> dispatcher.take(DEMO));
            assertThat(dispatcher.take(DEMO)).isFalse();
            dispatcher.giveBack(DEMO, 1);
            assertThat(dispatcher.take(DEMO)).isTrue();
        }
    }

    @Test
    void whoeverHasLeaveIsSentAndSettled() {
        var channel = ScriptedChannel.willing(ONE_AFTER_THE_OTHER);
        Outcome.Decided decided;
        try (Dispatcher dispatcher = started(channel)) {
            until(() -> dispatcher.take(DEMO));
            decided = desk.text(1, "slt");
            dispatcher.send(List.of(decided.leaving().orElseThrow()));
            until(() -> dispatcher.take(DEMO));
        }
        assertThat(channel.asked()).hasSize(1);
        assertThat(desk.state(decided.text().id())).isEqualTo(ReplyState.SENT);
    }

    @Test
    void nobodyOvertakesAReplyThatWaits() {
        var pausing = new ScriptedChannel(
                ONE_AFTER_THE_OTHER, (_, _) -> new SendResult.Deferred(Duration.ofMinutes(5), "busy"));
        try (Dispatcher dispatcher = started(pausing)) {
            until(() -> dispatcher.take(DEMO));
            dispatcher.send(List.of(desk.text(1, "slt").leaving().orElseThrow()));
            until(() -> desk.ledger().nextDue(DEMO).isPresent());
            assertThat(dispatcher.take(DEMO)).isFalse();
        }
    }

    @Test
    void aLeaveWhoseCommitFailsIsReturned() {
        var channel = ScriptedChannel.willing(ONE_AFTER_THE_OTHER);
        FaultyLedger ledger = new FaultyLedger(desk.ledger());
        var rules = Fixtures.rulebook(Fixtures.demo(200));
        try (Dispatcher dispatcher = started(channel, ledger);
                Intake intake = new Intake(ledger, desk.keyring, () -> rules, desk.clock, new Random(1), desk.ids)) {
            intake.expressBy(dispatcher);
            until(() -> dispatcher.take(DEMO));
            dispatcher.giveBack(DEMO, 1);
            assertThat(taken(intake, 1)).isEqualTo(Taken.COMMITTED);
            ledger.failNextToCommit(1);
            assertThat(taken(intake, 2)).isEqualTo(Taken.LATER);
            until(() -> dispatcher.take(DEMO));
        }
        assertThat(channel.asked()).hasSize(1);
    }

    private static Taken taken(Intake intake, int sender) {
        var answer = new CompletableFuture<Taken>();
        intake.take(Inbound.text(DEMO, Fixtures.mobile(sender), "slt"), answer::complete);
        return answer.orTimeout(10, SECONDS).join();
    }

    private Dispatcher started(ScriptedChannel channel) {
        return started(channel, desk.ledger());
    }

    private Dispatcher started(ScriptedChannel channel, Ledger ledger) {
        Dispatcher dispatcher = new Dispatcher(ledger, _ -> Optional.of(channel), desk.clock);
        int _ = dispatcher.start(Set.of(DEMO));
        return dispatcher;
    }

    private static void until(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + SECONDS.toNanos(10);
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it happens within ten seconds").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
