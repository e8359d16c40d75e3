package org.esquive.channel.loopback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.SendResult;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.RecordingListener;
import org.esquive.lab.SteppingClock;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.settings.ChannelSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Imagined phones: what they write reaches the core, and what is sent to them is on their screen.
class LoopbackChannelTest {
    private static final String PHONE = "+33639980001";

    private final RecordingListener core = new RecordingListener();
    private final LoopbackChannelKind kind = new LoopbackChannelKind(new SteppingClock(Desk.EVENING));
    private final LoopbackChannel channel = open(Map.of("receipt-after", "0"));

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void aTextReachesTheCoreAsAMobileOfItsCountry() throws InterruptedException {
        assertThat(channel.text("06 39 98 00 01", "slt toi")).isEqualTo(Taken.COMMITTED);
        assertThat(core.texts.getFirst().sender()).isEqualTo(Fixtures.mobile(1));
        assertThat(core.texts.getFirst().text()).isEqualTo("slt toi");
        assertThat(channel.thread(PHONE)).singleElement().satisfies(bubble -> {
            assertThat(bubble.direction()).isEqualTo(Bubble.Direction.WRITTEN);
            assertThat(bubble.state()).isEqualTo(Bubble.State.SENT);
            assertThat(bubble.text()).isEqualTo("slt toi");
        });
    }

    @ParameterizedTest
    @CsvSource({"+12125550143,US", "+447700900123,GB", "+33639980002,FR"})
    void numbersOfFictionAreMobilePhonesHere(String number, String country) throws InterruptedException {
        assertThat(channel.text(number, "hi")).isEqualTo(Taken.COMMITTED);
        assertThat(core.texts.getFirst().sender())
                .isInstanceOfSatisfying(
                        Sender.Mobile.class,
                        mobile -> assertThat(mobile.country().code()).isEqualTo(country));
    }

    @Test
    void whatTheCoreCannotTakeIsShown() throws InterruptedException {
        core.answer(Taken.LATER);
        assertThat(channel.text(PHONE, "slt")).isEqualTo(Taken.LATER);
        assertThat(channel.thread(PHONE)).extracting(Bubble::state).containsExactly(Bubble.State.NOT_TAKEN);
    }

    @Test
    void anAnswerIsOnTheScreenAndAReceiptFollows() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        List<Bubble.State> seen = new ArrayList<>();
        try (AutoCloseable _ = channel.watch(bubble -> {
            seen.add(bubble.state());
            if (bubble.state() == Bubble.State.DELIVERED) {
                delivered.countDown();
            }
        })) {
            assertThat(channel.send(reply(7, PHONE))).isInstanceOf(SendResult.Accepted.class);
            assertThat(delivered.await(10, SECONDS)).isTrue();
        }
        assertThat(seen).containsExactly(Bubble.State.SENT, Bubble.State.DELIVERED);
        assertThat(core.receipts).singleElement().satisfies(receipt -> {
            assertThat(receipt.match()).isEqualTo(new Receipt.Match.ByReply(7));
            assertThat(receipt.state()).isEqualTo(Receipt.State.DELIVERED);
        });
        assertThat(channel.thread("0639980001")).extracting(Bubble::state).containsExactly(Bubble.State.DELIVERED);
    }

    @Test
    void aFloodIsOfImaginedPeopleAndBounded() throws Exception {
        try (Crowd crowd = new Crowd(channel, Duration.ZERO, new Random(7))) {
            assertThat(crowd.progress().sent()).isZero();
            assertThat(crowd.start(Fixtures.DEMO)).isTrue();
            crowd.await();
            assertThat(crowd.progress()).isEqualTo(new Crowd.Progress(false, Crowd.TEXTS, Crowd.PEOPLE, 0));
        }
        assertThat(core.texts)
                .hasSize(Crowd.TEXTS)
                .allSatisfy(text -> assertThat(text.sender())
                        .isInstanceOfSatisfying(
                                Sender.Mobile.class,
                                mobile -> assertThat(mobile.number().e164()).matches("\\+3363998[1-9][0-9]{3}")));
        assertThat(core.texts.stream().map(Inbound::sender).distinct()).hasSize(Crowd.PEOPLE);
    }

    @Test
    void oneFloodAtATime() throws Exception {
        Crowd crowd = new Crowd(channel, Duration.ofHours(1), new Random(7));
        try (crowd) {
            assertThat(crowd.start(Fixtures.DEMO)).isTrue();
            assertThat(crowd.start(Fixtures.DEMO)).isFalse();
        }
        crowd.await();
        assertThat(crowd.progress().running()).isFalse();
    }

    @Test
    void withoutReceiptsNoneIsSent() {
        try (LoopbackChannel quiet = open(Map.of("receipts", "off"))) {
            assertThat(quiet.send(reply(7, PHONE))).isInstanceOf(SendResult.Accepted.class);
            assertThat(quiet.thread(PHONE)).extracting(Bubble::state).containsExactly(Bubble.State.SENT);
        }
        assertThat(core.receipts).isEmpty();
    }

    @Test
    void threadsAndPhonesAreBounded() {
        try (LoopbackChannel quiet = open(Map.of("receipts", "off"))) {
            for (int i = 0; i < Threads.MOST_BUBBLES + 5; i++) {
                quiet.send(reply(i, PHONE));
            }
            assertThat(quiet.thread(PHONE)).hasSize(Threads.MOST_BUBBLES);
            for (int i = 0; i < Threads.MOST_PHONES; i++) {
                quiet.send(reply(i, "+3363998%04d".formatted(i + 1_000)));
            }
            assertThat(quiet.phones()).hasSize(Threads.MOST_PHONES).startsWith("+33639981999");
            assertThat(quiet.thread(PHONE)).isEmpty();
        }
    }

    @Test
    void longTextsAreCut() throws InterruptedException {
        assertThat(channel.text(PHONE, "x".repeat(100_000))).isEqualTo(Taken.COMMITTED);
        assertThat(core.texts.getFirst().text()).hasSize(LoopbackChannel.LONGEST_TEXT);
    }

    @Test
    void watchersAreBoundedAndABrokenOneIsForgotten() throws Exception {
        List<Bubble> seen = new ArrayList<>();
        for (int i = 0; i < LoopbackChannel.MOST_WATCHERS - 1; i++) {
            AutoCloseable _ = channel.watch(_ -> {
                throw new IllegalStateException("the page is gone");
            });
        }
        AutoCloseable last = channel.watch(seen::add);
        assertThatThrownBy(() -> channel.watch(seen::add)).isInstanceOf(IllegalStateException.class);
        assertThat(channel.text(PHONE, "slt")).isEqualTo(Taken.COMMITTED);
        AutoCloseable another = channel.watch(seen::add);
        last.close();
        another.close();
        assertThat(channel.text(PHONE, "slt")).isEqualTo(Taken.COMMITTED);
        assertThat(seen).extracting(Bubble::state).containsExactly(Bubble.State.SENDING, Bubble.State.SENT);
    }

    @Test
    void aLineThatIsNotHereCannotBeTexted() {
        assertThatThrownBy(() -> channel.text(new LineId("elsewhere"), PHONE, "slt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void openChannelsAreFoundByTheirId() {
        assertThat(kind.channel("box")).contains(channel);
        assertThat(kind.channels()).containsExactly("box");
        channel.close();
        assertThat(kind.channel("box")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"per-minute,0", "per-minute,fast", "receipt-after,3601", "receipts,maybe", "colour,red"})
    void aWrongOptionIsNamed(String name, String value) {
        assertThat(kind.problems(settings(Map.of(name, value))))
                .hasSize(1)
                .first()
                .satisfies(problem -> assertThat(problem).startsWith(name + " "));
        assertThat(kind.problems(settings(Map.of()))).isEmpty();
    }

    private LoopbackChannel open(Map<String, String> options) {
        return kind.open(settings(options), List.of(Fixtures.demo(200)), core);
    }

    private static ChannelSettings settings(Map<String, String> options) {
        return new ChannelSettings("box", "loopback", options, Map.of());
    }

    private static Outbound reply(long id, String to) {
        return new Outbound(id, Fixtures.DEMO, Fixtures.DEMO_NUMBER, new PhoneNumber(to), "Reponse");
    }
}
