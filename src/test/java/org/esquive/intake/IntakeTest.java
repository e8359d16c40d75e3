package org.esquive.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.esquive.intake.Intake.Bounds;
import org.esquive.intake.Intake.Taken;
import org.esquive.lab.Desk;
import org.esquive.lab.FaultyLedger;
import org.esquive.lab.Fixtures;
import org.esquive.lab.storm.Journalled;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Reason;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The front door says "received" of what is stored, and "later" of everything else.
class IntakeTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Taken> answers = new LinkedBlockingQueue<>();
    private final AtomicReference<Rulebook> rulebook = new AtomicReference<>(Fixtures.rulebook(Fixtures.demo(200)));
    private Desk desk;
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(folder.resolve("esquive.db"));
        desk = new Desk(store);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatIsCommittedIsStoredBeforeItsAnswer() throws InterruptedException {
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            BlockingQueue<Long> stored = new LinkedBlockingQueue<>();
            intake.take(slt(1), _ -> stored.add(desk.totals().texts()));
            assertThat(stored.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void whatComesDuringACommitIsTheNextBatch() throws InterruptedException {
        BlockingQueue<Integer> batches = new LinkedBlockingQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        try (Intake intake = intake(desk.ledger(), new Bounds(100, 8))) {
            intake.afterCommit(outcomes -> batches.add(outcomes.size()));
            intake.take(slt(0), _ -> hold(go));
            IntStream.rangeClosed(1, 10).forEach(sender -> intake.take(slt(sender), answers::add));
            go.countDown();
            for (int i = 0; i < 10; i++) {
                assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.COMMITTED);
            }
        }
        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(11);
        assertThat(batches).allMatch(size -> size <= 8);
    }

    @ParameterizedTest
    @CsvSource({"1, 2 2 2", "2, 2 2 2", "3, 4 2", "6, 6", "7, 6"})
    void aSharedLedgerGetsCommitsOfFewLines(int worth, String commits) throws InterruptedException {
        List<LineId> lines = List.of(Fixtures.DEMO, new LineId("other"), new LineId("third"));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FaultyLedger shared = new FaultyLedger(desk.ledger()).shared(worth);
        rulebook.set(Fixtures.rulebook(
                Fixtures.demo(200),
                Fixtures.line(lines.get(1), new PhoneNumber("+33639980011")),
                Fixtures.line(lines.get(2), new PhoneNumber("+33639980012"))));
        BlockingQueue<String> sizes = new LinkedBlockingQueue<>();
        try (Intake intake = intake(shared, Bounds.USUAL)) {
            intake.take(slt(0), _ -> {
                held.countDown();
                hold(go);
            });
            held.await();
            intake.afterCommit(outcomes -> sizes.add(Integer.toString(outcomes.size())));
            for (int sender = 0; sender < 6; sender++) {
                intake.take(Inbound.text(lines.get(sender % 3), Fixtures.mobile(sender), "slt"), answers::add);
            }
            go.countDown();
        }
        assertThat(answers).hasSize(6).containsOnly(Taken.COMMITTED);
        assertThat(sizes.stream().skip(1).collect(joining(" "))).isEqualTo(commits);
    }

    @Test
    void aFullQueueIsToldLaterAtOnce() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Intake intake = intake(desk.ledger(), new Bounds(2, 8))) {
            intake.take(slt(0), _ -> {
                held.countDown();
                hold(go);
            });
            held.await();
            intake.take(slt(1), answers::add);
            intake.take(slt(2), answers::add);
            assertThat(answers).isEmpty();
            intake.take(slt(3), answers::add);
            assertThat(answers).containsExactly(Taken.LATER);
            go.countDown();
        }
        assertThat(answers).containsExactly(Taken.LATER, Taken.COMMITTED, Taken.COMMITTED);
        assertThat(desk.totals().texts()).isEqualTo(3);
    }

    @Test
    void ledgerTroubleIsLaterAndShownAndHealsByItself() throws InterruptedException {
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            store.execute("alter table tally rename to away");
            intake.take(slt(1), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.LATER);
            assertThat(intake.trouble()).isPresent();
            store.execute("alter table away rename to tally");
            intake.take(slt(1), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.COMMITTED);
            assertThat(intake.trouble()).isEmpty();
            assertThat(desk.totals().texts()).isEqualTo(1);
        }
    }

    @Test
    void aLineThatTheSettingsDoNotHaveIsRefusedUntilTheyDo() throws InterruptedException {
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            rulebook.set(new Rulebook(Map.of()));
            intake.take(slt(1), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.LATER);
            assertThat(intake.trouble().orElseThrow()).contains("demo");
            rulebook.set(Fixtures.rulebook(Fixtures.demo(200)));
            assertThat(intake.trouble()).isEmpty();
            intake.take(slt(1), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.COMMITTED);
        }
    }

    @Test
    void aTextWhoseDecisionFailsIsSetAsideAndTheOthersFlow() {
        Rulebook broken = new Rulebook(Map.of(Fixtures.DEMO, withoutTexts()));
        rulebook.set(broken);
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            List<Outcome> outcomes =
                    intake.commit(List.of(slt(1), Inbound.text(Fixtures.DEMO, new Sender.Named("INFO"), "promo")));
            assertThat(outcomes.stream().map(outcome -> ((Outcome.Decided) outcome).decision()))
                    .containsExactly(
                            new Decision.Silence(Reason.NOT_A_TEXT), new Decision.Silence(Reason.UNANSWERABLE));
        }
    }

    @Test
    void aTextThatCannotBeStoredIsSetAsideWithoutItsWordsAndTheOthersFlow() throws InterruptedException {
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        Ledger mistaken = new Journalled(desk.ledger(), folder.resolve("journal"), " poison");
        CountDownLatch go = new CountDownLatch(1);
        try (Intake intake = intake(mistaken, Bounds.USUAL)) {
            intake.afterCommit(outcomes::addAll);
            intake.take(slt(0), _ -> hold(go));
            intake.take(slt(1), answers::add);
            intake.take(poison(2), answers::add);
            intake.take(poison(2), answers::add);
            intake.take(slt(2), answers::add);
            go.countDown();
        }
        assertThat(answers).hasSize(4).containsOnly(Taken.COMMITTED);
        assertThat(desk.totals().texts()).as("the copy is not counted").isEqualTo(4);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Decided decided && ofSender(decided, 2))
                .satisfiesExactly(
                        first -> assertThat((Outcome.Decided) first).satisfies(aside -> {
                            assertThat(aside.decision()).isEqualTo(new Decision.Silence(Reason.NOT_A_TEXT));
                            assertThat(aside.text().inbound().text()).isEmpty();
                            assertThat(aside.n()).isEqualTo(1);
                        }),
                        second -> assertThat(((Outcome.Decided) second).n()).isEqualTo(2));
    }

    @Test
    void whatCannotBeStoredEvenWithoutItsWordsIsLaterUntilItCan() throws InterruptedException {
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            store.execute("create trigger no before insert on text begin select raise(abort, 'no'); end");
            intake.take(slt(1), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.LATER);
            store.execute("drop trigger no");
            intake.take(slt(1), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.COMMITTED);
            assertThat(desk.totals().texts()).isEqualTo(1);
        }
    }

    @Test
    void anObserverThatFailsChangesNothing() throws InterruptedException {
        BlockingQueue<List<Outcome>> told = new LinkedBlockingQueue<>();
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            intake.afterCommit(_ -> {
                throw new IllegalStateException("a mistake of an observer");
            });
            intake.afterCommit(told::add);
            intake.take(slt(1), _ -> {
                throw new IllegalStateException("a mistake of a channel");
            });
            assertThat(told.poll(10, TimeUnit.SECONDS)).hasSize(1);
            intake.take(slt(2), answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.COMMITTED);
        }
    }

    @Test
    void aReceiptIsTakenLikeAText() throws InterruptedException {
        long reply = desk.text(1, "slt").text().id();
        desk.sendAll();
        var match = new Receipt.Match.ByReply(reply);
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            var receipt = new Receipt(Fixtures.DEMO, match, Receipt.State.DELIVERED, Desk.EVENING);
            intake.take(receipt, answers::add);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(Taken.COMMITTED);
        }
        assertThat(desk.state(reply)).isEqualTo(ReplyState.DELIVERED);
    }

    @Test
    void closingCommitsWhatWaitsAndRefusesWhatComesAfter() {
        Intake intake = intake(desk.ledger(), Bounds.USUAL);
        IntStream.range(0, 100).forEach(sender -> intake.take(slt(sender), answers::add));
        intake.close();
        intake.close();
        assertThat(answers).hasSize(100).containsOnly(Taken.COMMITTED);
        assertThat(desk.totals().texts()).isEqualTo(100);
        intake.take(slt(1), answers::add);
        assertThat(answers).contains(Taken.LATER);
    }

    @Test
    void aBatchForARehearsalIsCommittedWhenItReturns() {
        try (Intake intake = intake(desk.ledger(), Bounds.USUAL)) {
            List<Outcome> seen = new ArrayList<>();
            intake.afterCommit(seen::addAll);
            List<Outcome> outcomes = intake.commit(List.of(slt(1), slt(1)));
            assertThat(seen).isEqualTo(outcomes).hasSize(2);
            var elsewhere = Inbound.text(new LineId("other"), Fixtures.mobile(1), "slt");
            assertThatThrownBy(() -> intake.commit(List.of(elsewhere))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Rules withoutTexts() {
        var rules = rulebook.get().of(Fixtures.DEMO).orElseThrow();
        return new Rules(
                rules.line(),
                rules.channel(),
                rules.ownLines(),
                Set.of(),
                false,
                Map.of(),
                rules.echoes(),
                Map.of(),
                rules.vocabulary(),
                rules.countries());
    }

    private Intake intake(Ledger ledger, Bounds bounds) {
        return new Intake(ledger, desk.keyring, rulebook::get, desk.clock, new Random(1), desk.ids, bounds);
    }

    private static Inbound slt(int sender) {
        return Inbound.text(Fixtures.DEMO, Fixtures.mobile(sender), "slt");
    }

    private static Inbound poison(int sender) {
        return new Inbound(
                Fixtures.DEMO,
                Fixtures.mobile(sender),
                Inbound.Kind.TEXT,
                "slt poison",
                Optional.empty(),
                new Inbound.Identity.Key("poison"));
    }

    private static boolean ofSender(Outcome.Decided decided, int sender) {
        return decided.text().inbound().sender().equals(Fixtures.mobile(sender));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
