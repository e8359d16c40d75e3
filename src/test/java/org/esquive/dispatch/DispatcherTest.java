package org.esquive.dispatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.esquive.lab.Fixtures.DEMO;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.esquive.channel.Channel;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.lab.Desk;
import org.esquive.lab.FaultyLedger;
import org.esquive.lab.Fixtures;
import org.esquive.lab.ScriptedChannel;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Outbound;
import org.esquive.message.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replies leave when they are due, at the channel's pace, and never twice. On the real ledger.
class DispatcherTest {
    private static final Pace PHONE = new Pace(20, 4);
    private static final Pace ONE_AFTER_THE_OTHER = new Pace(60_000_000, 1);
    private static final Pace FAST = new Pace(60_000_000, 16);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private Desk desk;

    /// The program was killed.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void open() {
        desk = new Desk(new Desk.Store() {
            @Override
            public Ledger open(Keyring keyring) {
                return SqliteLedger.open(folder.resolve("esquive.db"), keyring);
            }

            @Override
            public List<String> dump() {
                return List.of();
            }

            @Override
            public int count(String table) {
                return 0;
            }
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void repliesLeaveAtThePaceOfTheChannel() {
        desk.rules(Fixtures.rulebook(Fixtures.demo(1_000)));
        List<Instant> left = new ArrayList<>();
        var channel = new ScriptedChannel(PHONE, (outbound, _) -> {
            left.add(desk.clock.instant());
            return ScriptedChannel.accepted(outbound);
        });
        texts(12);
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 60);
        }
        assertThat(left).hasSize(12);
        assertThat(gaps(left)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void nothingIsSentBeforeItIsDueOrWithoutAReply() {
        var channel = ScriptedChannel.willing(FAST);
        try (Dispatcher dispatcher = dispatcher(channel)) {
            assertThat(dispatcher.turn(DEMO)).isZero();
        }
        assertThat(channel.asked()).isEmpty();
    }

    @Test
    void aReplyThatWasOnItsWayInACrashIsUnknownAndNeverSentAgain() {
        var dying = new ScriptedChannel(ONE_AFTER_THE_OTHER, (_, _) -> {
            throw new Killed();
        });
        long reply = texts(1).getFirst();
        assertThatThrownBy(() -> dispatcher(dying).turn(DEMO)).isInstanceOf(Killed.class);
        assertThat(desk.state(reply)).isEqualTo(ReplyState.SENDING);

        desk.restart();
        var channel = ScriptedChannel.willing(FAST);
        try (Dispatcher dispatcher = dispatcher(channel)) {
            assertThat(dispatcher.start(Set.of())).isEqualTo(1);
            run(dispatcher, 60);
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.UNKNOWN);
        assertThat(channel.asked()).isEmpty();
    }

    @Test
    void anUnknownOutcomeIsShownAndNeverSentAgain() {
        var channel = new ScriptedChannel(FAST, (_, _) -> new SendResult.Unknown("no answer came"));
        long reply = texts(1).getFirst();
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 60);
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.UNKNOWN);
        assertThat(channel.asked()).hasSize(1);
    }

    @Test
    void aChannelThatThrowsLeavesAnUnknownReply() {
        var channel = new ScriptedChannel(FAST, (_, _) -> {
            throw new IllegalStateException("bug");
        });
        long reply = texts(1).getFirst();
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 10);
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.UNKNOWN);
    }

    @Test
    void aRefusedReplyIsFinal() {
        var channel = new ScriptedChannel(FAST, (_, _) -> new SendResult.Refused("HTTP 400"));
        long reply = texts(1).getFirst();
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 60);
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.REFUSED);
        assertThat(channel.asked()).hasSize(1);
    }

    @Test
    void deferredRepliesKeepTheirOrder() {
        List<Long> taken = new ArrayList<>();
        var channel = new ScriptedChannel(ONE_AFTER_THE_OTHER, (outbound, nth) -> {
            if (nth <= 2) {
                return new SendResult.Deferred(Duration.ofSeconds(10), "throttled");
            }
            taken.add(outbound.id());
            return ScriptedChannel.accepted(outbound);
        });
        List<Long> replies = texts(5);
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 60);
        }
        assertThat(taken).isEqualTo(replies);
    }

    @Test
    void noReplyOfAChannelLeavesWhileItIsPaused() {
        List<Instant> tried = new ArrayList<>();
        var channel = new ScriptedChannel(ONE_AFTER_THE_OTHER, (outbound, nth) -> {
            tried.add(desk.clock.instant());
            return nth == 1
                    ? new SendResult.Deferred(Duration.ofSeconds(30), "throttled")
                    : ScriptedChannel.accepted(outbound);
        });
        texts(3);
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 60);
        }
        assertThat(gaps(tried).getFirst()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aReplyThatIsNeverTakenGoesBehindTheOthersAfterThreeTries() {
        List<Long> asked = new ArrayList<>();
        List<Long> replies = texts(3);
        long poison = replies.getFirst();
        var channel = new ScriptedChannel(ONE_AFTER_THE_OTHER, (outbound, _) -> {
            asked.add(outbound.id());
            return outbound.id() == poison
                    ? new SendResult.Deferred(SECOND, "not now")
                    : ScriptedChannel.accepted(outbound);
        });
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 30);
        }
        assertThat(asked).startsWith(poison, poison, poison, replies.get(1), replies.get(2), poison);
    }

    @Test
    void aReplyThatCouldNotLeaveInTimeExpires() {
        var channel = new ScriptedChannel(
                ONE_AFTER_THE_OTHER, (_, _) -> new SendResult.Deferred(Duration.ofMinutes(10), "phone is off"));
        long reply = texts(1).getFirst();
        try (Dispatcher dispatcher = dispatcher(channel)) {
            for (int tenMinutes = 0; tenMinutes < 6 * 7; tenMinutes++) {
                int _ = dispatcher.turn(DEMO);
                desk.clock.step(Duration.ofMinutes(10));
            }
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.EXPIRED);
        assertThat(channel.asked()).hasSizeBetween(30, 36);
    }

    @Test
    void aReceiptMayComeBeforeTheAnswer() {
        var channel = new ScriptedChannel(FAST, (outbound, _) -> {
            assertThat(desk.receipt(outbound.id(), Receipt.State.DELIVERED)).isTrue();
            return ScriptedChannel.accepted(outbound);
        });
        long reply = texts(1).getFirst();
        try (Dispatcher dispatcher = dispatcher(channel)) {
            run(dispatcher, 2);
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.DELIVERED);
    }

    @Test
    void twoDispatchersOnOneLedgerNeverSendTheSameReply() throws InterruptedException {
        desk.rules(Fixtures.rulebook(Fixtures.demo(1_000)));
        int many = 100;
        texts(many);
        var channel = ScriptedChannel.willing(FAST);
        List<Thread> nodes = IntStream.range(0, 2)
                .mapToObj(_ -> dispatcher(channel))
                .map(dispatcher -> Thread.ofVirtual().start(() -> run(dispatcher, many)))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(channel.asked()).hasSize(many);
        assertThat(channel.asked().stream().map(Outbound::id)).doesNotHaveDuplicates();
    }

    @Test
    void withoutALedgerNothingIsSent() {
        FaultyLedger ledger = new FaultyLedger(desk.ledger());
        var channel = ScriptedChannel.willing(FAST);
        texts(1);
        try (Dispatcher dispatcher = dispatcher(ledger, channel)) {
            ledger.failNext(2);
            assertThatThrownBy(() -> dispatcher.turn(DEMO)).isInstanceOf(LedgerUnavailable.class);
            assertThatThrownBy(() -> dispatcher.turn(DEMO)).isInstanceOf(LedgerUnavailable.class);
            assertThat(channel.asked()).isEmpty();
            assertThat(dispatcher.turn(DEMO)).isEqualTo(1);
        }
    }

    @Test
    void aReplyWhoseOutcomeCouldNotBeWrittenDownIsNotSentAgain() {
        FaultyLedger ledger = new FaultyLedger(desk.ledger());
        var channel = ScriptedChannel.willing(ONE_AFTER_THE_OTHER);
        List<Long> replies = texts(2);
        try (Dispatcher dispatcher = dispatcher(ledger, channel)) {
            ledger.failNextToSettle(3);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> dispatcher.turn(DEMO)).isInstanceOf(LedgerUnavailable.class);
            }
            assertThat(channel.asked()).hasSize(1);
            run(dispatcher, 3);
        }
        assertThat(channel.asked()).extracting(Outbound::id).isEqualTo(replies);
        assertThat(replies).allSatisfy(reply -> assertThat(desk.state(reply)).isEqualTo(ReplyState.SENT));
    }

    @Test
    void onItsOwnThreadsItSendsWhatIsDueAndWhatComesLater() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(20);
        var channel = new ScriptedChannel(FAST, (outbound, _) -> {
            sent.countDown();
            return ScriptedChannel.accepted(outbound);
        });
        List<Long> replies = new ArrayList<>(texts(10));
        try (Dispatcher dispatcher = dispatcher(channel)) {
            assertThat(dispatcher.start(Set.of(DEMO))).isZero();
            replies.addAll(texts(11, 10));
            dispatcher.wake(DEMO);
            assertThat(sent.await(20, SECONDS)).isTrue();
        }
        assertThat(replies)
                .hasSize(20)
                .allSatisfy(reply -> assertThat(desk.state(reply)).isEqualTo(ReplyState.SENT));
        assertThat(channel.asked()).hasSize(20);
    }

    @Test
    void itSaysWhyNothingIsSentAndGoesOnByItself() throws InterruptedException {
        FaultyLedger ledger = new FaultyLedger(desk.ledger());
        CountDownLatch sent = new CountDownLatch(1);
        var channel = new ScriptedChannel(FAST, (outbound, _) -> {
            sent.countDown();
            return ScriptedChannel.accepted(outbound);
        });
        texts(1);
        try (Dispatcher dispatcher = dispatcher(ledger, channel)) {
            int _ = dispatcher.start(Set.of());
            ledger.failNext(1);
            dispatcher.serve(Set.of(DEMO));
            while (dispatcher.trouble().isEmpty() && sent.getCount() > 0) {
                Thread.onSpinWait();
            }
            assertThat(dispatcher.trouble()).contains(FaultyLedger.DISK_FULL);
            dispatcher.wake(DEMO);
            assertThat(sent.await(20, SECONDS)).isTrue();
        }
    }

    @Test
    void aLineWithoutAChannelIsNamed() {
        texts(1);
        try (Dispatcher dispatcher = new Dispatcher(desk.ledger(), _ -> Optional.empty(), desk.clock)) {
            int _ = dispatcher.start(Set.of(DEMO));
            while (dispatcher.trouble().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(dispatcher.trouble().orElseThrow()).contains("demo").contains("channel");
        }
    }

    @Test
    void whatHangsWhenItClosesEndsUnknown() throws InterruptedException {
        CountDownLatch sending = new CountDownLatch(1);
        var channel = new ScriptedChannel(FAST, (outbound, _) -> {
            sending.countDown();
            new CountDownLatch(1).await();
            return ScriptedChannel.accepted(outbound);
        });
        long reply = texts(1).getFirst();
        Dispatcher dispatcher =
                new Dispatcher(desk.ledger(), _ -> Optional.of(channel), desk.clock, Duration.ofMillis(1));
        int _ = dispatcher.start(Set.of(DEMO));
        assertThat(sending.await(20, SECONDS)).isTrue();
        dispatcher.close();
        assertThat(desk.state(reply)).isEqualTo(ReplyState.UNKNOWN);
    }

    private Dispatcher dispatcher(Channel channel) {
        return dispatcher(desk.ledger(), channel);
    }

    private Dispatcher dispatcher(Ledger ledger, Channel channel) {
        return new Dispatcher(ledger, _ -> Optional.of(channel), desk.clock);
    }

    /// A text each from that many senders, a second apart; the ids of the replies they are owed.
    private List<Long> texts(int many) {
        return texts(1, many);
    }

    private List<Long> texts(int first, int many) {
        List<Long> replies = new ArrayList<>();
        for (int sender = first; sender < first + many; sender++) {
            replies.add(desk.text(sender + 100, "slt").text().id());
            desk.clock.step(SECOND);
        }
        return replies;
    }

    /// Turns until nothing more can leave, each second for some seconds.
    private void run(Dispatcher dispatcher, int seconds) {
        for (int second = 0; second < seconds; second++) {
            while (dispatcher.turn(DEMO) > 0) {
                Thread.onSpinWait();
            }
            desk.clock.step(SECOND);
        }
    }

    private static List<Duration> gaps(List<Instant> moments) {
        return IntStream.range(1, moments.size())
                .mapToObj(i -> Duration.between(moments.get(i - 1), moments.get(i)))
                .toList();
    }
}
