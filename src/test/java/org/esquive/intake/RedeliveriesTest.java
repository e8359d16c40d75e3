package org.esquive.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.esquive.intake.Intake.Bounds;
import org.esquive.intake.Intake.Taken;
import org.esquive.lab.Desk;
import org.esquive.lab.FaultyLedger;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.message.Inbound;
import org.esquive.message.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the network gives no id, a repeated delivery is counted once, and a second text with the same words is not
/// taken for one.
class RedeliveriesTest {
    private static final Segment WHOLE = new Segment(0, false, 1, 1);

    @TempDir
    Path folder;

    private final BlockingQueue<Taken> answers = new LinkedBlockingQueue<>();
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private Desk desk;
    private Intake intake;

    @BeforeEach
    void open() {
        desk = new Desk(new SqliteStore(folder.resolve("esquive.db")));
        intake = intake(desk.ledger(), Bounds.USUAL);
    }

    @AfterEach
    void close() {
        intake.close();
        desk.close();
    }

    @Test
    void theSameDeliveryBeforeItsAnswerIsOneText() throws InterruptedException {
        takeAtOnce(slt(1), slt(1));
        intake.close();
        assertThat(texts()).as("with the one that held it up").isEqualTo(2);
        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Repeated.class);
    }

    @Test
    void theSameDeliveryBeforeItsAnswerIsOneTextAlsoInTheNextBatch() throws InterruptedException {
        intake.close();
        intake = intake(desk.ledger(), new Bounds(100, 1));
        takeAtOnce(slt(1), slt(1));
        assertThat(texts()).as("with the one that held it up").isEqualTo(2);
    }

    @Test
    void theSameDeliveryAfterABreakIsOneText() throws InterruptedException {
        take(slt(1));
        take(slt(2));
        take(slt(3));
        assertThat(texts()).isEqualTo(1);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Repeated.class);
    }

    @Test
    void theSameTextTwiceInOneUnbrokenSessionIsTwoTexts() throws InterruptedException {
        take(slt(1));
        take(slt(1));
        assertThat(texts()).isEqualTo(2);
        take(slt(2));
        assertThat(texts()).isEqualTo(2);
    }

    @Test
    void overAnotherLinkItIsASecondTextOnlyIfOurAnswerIsKnownToHaveArrived() throws InterruptedException {
        take(over(1, 1, Instant.MAX, Instant.MIN));
        Instant answered = desk.clock.instant();
        take(over(2, 1, Instant.MAX, answered));
        assertThat(texts()).isEqualTo(1);
        take(over(2, 1, Instant.MAX, answered.plusMillis(1)));
        assertThat(texts()).isEqualTo(2);
    }

    @Test
    void aLinkThatTellsNothingIsTakenForBrokenWhereACopyComesOverAnother() throws InterruptedException {
        take(over(1, 1, Instant.MAX, Instant.MIN));
        desk.clock.step(Redeliveries.HORIZON.minusMillis(1));
        take(over(2, 1, Instant.MAX, Instant.MIN));
        assertThat(texts()).isEqualTo(1);
    }

    @Test
    void overTheSameLinkItIsASecondTextUnlessItWasThereBeforeWeAnswered() throws InterruptedException {
        take(over(1, 1, Instant.MAX, Instant.MIN));
        Instant answered = desk.clock.instant();
        take(over(1, 1, answered.minusNanos(1), Instant.MIN));
        assertThat(texts()).isEqualTo(1);
        take(over(1, 1, answered, Instant.MIN));
        assertThat(texts()).isEqualTo(2);
    }

    @Test
    void otherWordsOrAnotherSenderAreNotARepeat() throws InterruptedException {
        take(slt(1));
        take(content(1, "other", 2, WHOLE));
        take(content(2, "+33639980002 slt", 2, WHOLE));
        assertThat(texts()).isEqualTo(3);
    }

    @Test
    void whatWasTakenBeforeARestartIsOneText() throws InterruptedException {
        take(slt(1));
        restart();
        take(slt(1));
        assertThat(texts()).isEqualTo(1);
    }

    @Test
    void afterTheHorizonItIsASecondText() throws InterruptedException {
        take(slt(1));
        desk.clock.step(Redeliveries.HORIZON.minusMillis(1));
        take(slt(2));
        assertThat(texts()).isEqualTo(1);
        desk.clock.step(Duration.ofMillis(1));
        take(slt(3));
        assertThat(texts()).isEqualTo(2);
        desk.clock.step(Redeliveries.HORIZON.plusMillis(1));
        restart();
        take(slt(3));
        assertThat(texts()).isEqualTo(3);
    }

    @Test
    void whatWasRefusedMayComeAgain() throws InterruptedException {
        FaultyLedger faulty = new FaultyLedger(desk.ledger());
        intake.close();
        intake = intake(faulty, Bounds.USUAL);
        take(content(9, "first", 1, WHOLE));
        faulty.failNext(1);
        takeAtOnce(Taken.LATER, slt(1), slt(1));
        assertThat(texts()).isEqualTo(1);
        take(slt(2));
        take(slt(2));
        assertThat(texts()).isEqualTo(3);
    }

    @Test
    void aRepeatOfWhatIsStoredIsAcknowledgedWhileTheLedgerIsDown() throws InterruptedException {
        FaultyLedger faulty = new FaultyLedger(desk.ledger());
        intake.close();
        intake = intake(faulty, Bounds.USUAL);
        take(slt(1));
        faulty.failNext(1);
        take(slt(2));
        assertThat(texts()).isEqualTo(1);
    }

    @Test
    void withoutThePastNothingIsTakenThatMayBeARepeat() throws InterruptedException {
        take(slt(1));
        intake.close();
        FaultyLedger faulty = new FaultyLedger(desk.ledger());
        intake = intake(faulty, Bounds.USUAL);
        faulty.failNext(1);
        take(Taken.LATER, slt(2));
        assertThat(intake.trouble()).isPresent();
        take(slt(2));
        assertThat(texts()).isEqualTo(1);
    }

    @Test
    void aSegmentOfAWholeTextThatComesAgainIsARepeatAlsoAfterARestart() throws InterruptedException {
        take(segment(1, 1));
        take(segment(2, 1));
        take(segment(2, 2));
        restart();
        take(segment(1, 3));
        take(segment(2, 3));
        assertThat(texts()).isEqualTo(1);
        take(content(1, "other words 2", 3, new Segment(7, false, 2, 2)));
        assertThat(texts()).isEqualTo(2);
    }

    @Test
    void onlyTheLatestAreRemembered() throws InterruptedException {
        take(slt(1));
        CountDownLatch all = new CountDownLatch(Redeliveries.MOST);
        for (int i = 0; i < Redeliveries.MOST; i++) {
            while (i - (Redeliveries.MOST - all.getCount()) > 4_000) {
                Thread.onSpinWait();
            }
            intake.take(content(2, "text " + i, 1, WHOLE), _ -> all.countDown());
        }
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        take(content(2, "text 1", 2, WHOLE));
        assertThat(texts()).isEqualTo(1L + Redeliveries.MOST);
        take(slt(2));
        assertThat(texts()).isEqualTo(2L + Redeliveries.MOST);
    }

    private long texts() {
        return desk.totals().texts();
    }

    private void take(Inbound inbound) throws InterruptedException {
        take(Taken.COMMITTED, inbound);
    }

    private void take(Taken expected, Inbound inbound) throws InterruptedException {
        intake.take(inbound, answers::add);
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
    }

    private void takeAtOnce(Inbound... copies) throws InterruptedException {
        takeAtOnce(Taken.COMMITTED, copies);
    }

    /// Has the committing thread busy while these come.
    private void takeAtOnce(Taken expected, Inbound... copies) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        intake.take(content(9, "first", 0, WHOLE), _ -> {
            held.countDown();
            hold(go);
        });
        held.await();
        for (Inbound copy : copies) {
            intake.take(copy, answers::add);
        }
        go.countDown();
        for (Inbound _ : copies) {
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
        }
    }

    private void restart() {
        intake.close();
        desk.restart();
        intake = intake(desk.ledger(), Bounds.USUAL);
    }

    private Intake intake(Ledger ledger, Bounds bounds) {
        var rules = Fixtures.rulebook(Fixtures.demo(200));
        Intake opened = new Intake(ledger, desk.keyring, () -> rules, desk.clock, new Random(1), desk.ids, bounds);
        opened.afterCommit(outcomes::addAll);
        return opened;
    }

    private static Inbound slt(long epoch) {
        return content(1, "+33639980001 slt", epoch, WHOLE);
    }

    private static Inbound segment(int number, long epoch) {
        return content(1, "words " + number, epoch, new Segment(7, false, 2, number));
    }

    private static Inbound over(long link, long epoch, Instant read, Instant assured) {
        return content(1, new Inbound.Identity.Content("+33639980001 slt", epoch, link, read, assured), WHOLE);
    }

    private static Inbound content(int sender, String key, long epoch, Segment segment) {
        return content(sender, new Inbound.Identity.Content(key, epoch), segment);
    }

    private static Inbound content(int sender, Inbound.Identity.Content identity, Segment segment) {
        return new Inbound(
                DEMO,
                Fixtures.mobile(sender),
                Inbound.Kind.TEXT,
                "slt",
                Optional.empty(),
                identity,
                Optional.of(segment));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
