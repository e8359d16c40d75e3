package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.esquive.intake.Intake;
import org.esquive.intake.Intake.Taken;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Reason;
import org.junit.jupiter.api.Test;

/// What every ledger promises about counting: five, exactly, whatever happens at once.
interface CountingContract {

    Desk desk();

    @Test
    default void fiveTextsAreAnsweredAndTheSixthIsNot() {
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            decisions.add(told(desk().text(1, "slt " + i)));
            desk().sendAll();
        }
        assertThat(decisions)
                .containsExactly(
                        "1 MESSAGE",
                        "2 MESSAGE",
                        "3 MESSAGE",
                        "4 MESSAGE",
                        "5 MESSAGE",
                        "6 SENDER_LIMIT",
                        "7 SENDER_LIMIT");
    }

    @Test
    default void textsOfOneBatchSeeEachOther() {
        List<Arrival> batch = IntStream.range(0, 7)
                .<Arrival>mapToObj(i -> desk().arrival(1, "slt " + i))
                .toList();
        assertThat(desk().commit(batch).stream().map(CountingContract::told))
                .containsExactly(
                        "1 MESSAGE",
                        "2 PENDING",
                        "3 PENDING",
                        "4 PENDING",
                        "5 PENDING",
                        "6 SENDER_LIMIT",
                        "7 SENDER_LIMIT");
    }

    @Test
    default void aValueThatTheDatabaseRefusesIsNoOutage() {
        Arrival.Text text = desk().arrival(Inbound.text(DEMO, new Sender.Named("INFO"), "promo"));
        assertThatThrownBy(() -> desk().commit(List.of(text, text))).isInstanceOf(ValueRefused.class);
        assertThat(desk().commit(List.of(text)).stream().map(CountingContract::told))
                .containsExactly("1 UNANSWERABLE");
    }

    @Test
    default void aTextWhileAReplyWaitsIsCountedAndNotAnswered() {
        desk().text(1, "slt");
        assertThat(told(desk().text(1, "tu es la"))).isEqualTo("2 PENDING");
        desk().claim();
        assertThat(told(desk().text(1, "reponds"))).isEqualTo("3 PENDING");
    }

    @Test
    default void twentyTextsAtOnceFromTwentyThreadsAreCountedOneToTwentyAndAnsweredFiveTimesAtMost() throws Exception {
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Taken> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        try (Intake intake = desk().intake()) {
            intake.afterCommit(outcomes::addAll);
            intake.afterCommit(_ -> desk().sendAll());
            for (int i = 0; i < 20; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    awaitQuietly(start);
                    intake.take(Inbound.text(DEMO, Fixtures.mobile(1), "slt"), answers::add);
                }));
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(answers).hasSize(20).containsOnly(Taken.COMMITTED);
        assertThat(outcomes.stream().map(outcome -> ((Outcome.Decided) outcome).n()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(desk().totals().replies()).isBetween(1L, 5L);
        assertThat(desk().totals().silences()).containsEntry(Reason.SENDER_LIMIT, 15L);
    }

    @Test
    default void everySenderAndEveryLineIsCountedApart() {
        desk().text(1, "slt");
        assertThat(told(desk().text(2, "slt"))).isEqualTo("1 MESSAGE");
    }

    @Test
    default void aNameIsCountedLikeAnyOtherAndAlarmsNobody() {
        for (int i = 1; i <= 5; i++) {
            assertThat(told(desk().text(new Sender.Named("INFO"), "promo"))).isEqualTo(i + " UNANSWERABLE");
        }
        assertThat(told(desk().text(new Sender.Named("INFO"), "promo"))).isEqualTo("6 UNANSWERABLE");
        assertThat(desk().ledger().figures().alerts(DEMO, 10)).isEmpty();
    }

    @Test
    default void theFirstTextBeyondTheFifthRaisesOneAlertUntilTheSenderIsForgotten() {
        for (int i = 0; i < 9; i++) {
            desk().text(1, "slt");
        }
        assertThat(desk().ledger().figures().alerts(DEMO, 10))
                .singleElement()
                .satisfies(alert -> assertThat(alert.kind()).isEqualTo(AlertKind.SENDER_LIMIT));
        desk().clock.step(Duration.ofDays(31));
        for (int i = 0; i < 6; i++) {
            desk().text(1, "slt");
        }
        assertThat(desk().ledger().figures().alerts(DEMO, 10)).hasSize(2);
    }

    @Test
    default void theLineSaysNoMoreThanItsDayAllows() {
        desk().rules(Fixtures.rulebook(Fixtures.demo(2)));
        desk().text(1, "slt");
        desk().text(2, "slt");
        assertThat(told(desk().text(3, "slt"))).isEqualTo("1 LIMIT");
        desk().restart();
        assertThat(told(desk().text(4, "slt"))).isEqualTo("1 LIMIT");
        desk().clock.step(Duration.ofHours(3));
        assertThat(told(desk().text(5, "slt"))).isEqualTo("1 MESSAGE");
    }

    @Test
    default void aRepeatedDeliveryIsCountedOnceInOneBatchInTheNextAndAfterARestart() {
        List<Outcome> first =
                desk().commit(List.of(desk().keyed(1, "SM1"), desk().keyed(1, "SM1"), desk().keyed(1, "SM2")));
        assertThat(first.get(0)).isInstanceOf(Outcome.Decided.class);
        assertThat(first.get(1)).isInstanceOf(Outcome.Repeated.class);
        assertThat(told(first.get(2))).isEqualTo("2 PENDING");
        assertThat(desk().commit(List.of(desk().keyed(1, "SM1")))).first().isInstanceOf(Outcome.Repeated.class);
        desk().restart();
        assertThat(desk().commit(List.of(desk().keyed(1, "SM2")))).first().isInstanceOf(Outcome.Repeated.class);
        assertThat(desk().totals().texts()).isEqualTo(2);
    }

    @Test
    default void aBatchThatFailsLeavesNothingBehind() {
        Judge failing = new Judge() {
            @Override
            public org.esquive.policy.Rules rules(LineId line) {
                return desk().judge().rules(line);
            }

            @Override
            public Decision decide(Arrival.Text text, org.esquive.policy.Standing standing) {
                if (text.inbound().text().equals("poison")) {
                    throw new IllegalStateException("a mistake of ours");
                }
                return desk().judge().decide(text, standing);
            }
        };
        List<Arrival> batch = List.of(desk().arrival(1, "slt"), desk().arrival(2, "poison"));
        assertThatThrownBy(() -> desk().ledger().commit(batch, failing)).isInstanceOf(IllegalStateException.class);
        assertThat(desk().totals().texts()).isZero();
        assertThat(told(desk().text(1, "slt"))).isEqualTo("1 MESSAGE");
    }

    static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(var _, int n, Decision.Silence(var reason, var _), var _) -> n + " " + reason;
            case Outcome.Decided(var _, int n, Decision.Reply reply, var _) -> n + " " + reply.answer();
            case Outcome.Repeated _ -> "repeated";
            case Outcome.Joined _ -> "joined";
            case Outcome.Doubtful _ -> "doubtful";
            case Outcome.Noted _ -> "noted";
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
