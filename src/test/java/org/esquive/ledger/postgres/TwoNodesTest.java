package org.esquive.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.postgres.Wire;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Nodes;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.People;
import org.esquive.ledger.Person;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Settlement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two nodes of one database keep the promises together; one of them can be cut off.
@Tag("slow")
class TwoNodesTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final Wire wire = PostgresStore.wire();
    private PostgresStore store;
    private Desk one;
    private Desk two;

    @BeforeEach
    void open() {
        store = new PostgresStore();
        one = new Desk(store.through(wire));
        two = new Desk(store);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        wire.close();
        store.close();
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK);
        }
    }

    private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }

    private static Outcome taken(Desk desk, String key) {
        return desk.commit(List.of(desk.anonymous(4, key))).getFirst();
    }

    /// What becomes of it once the other node was heard.
    private static Outcome settled(Desk desk, String key) {
        List<Outcome> outcomes = new ArrayList<>();
        await("news of the other node", () -> {
            outcomes.add(taken(desk, key));
            return !(outcomes.getLast() instanceof Outcome.Doubtful);
        });
        return outcomes.getLast();
    }

    @Test
    void nodesHaveNumbersOfTheirOwnAndKnowEachOther() {
        assertThat(one.ledger().nodes().number())
                .isNotEqualTo(two.ledger().nodes().number());
        await(
                "each other",
                () -> one.ledger().nodes().count() == 2 && two.ledger().nodes().count() == 2);
        assertThat(two.ledger().nodes().all()).filteredOn(Nodes.Node::isThis).hasSize(1);
    }

    @Test
    void twentyTextsOfOneSenderAtOnceOnTwoNodesAreCountedFromOneToTwenty() throws Exception {
        List<Callable<Integer>> texts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            texts.add(() -> one.text(1, "slt").n());
            texts.add(() -> two.text(1, "slt").n());
        }
        assertThat(all(texts))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(one.totals().replies()).isLessThanOrEqualTo(5);
    }

    @Test
    void aTextWithAnIdentityThatBothTakeIsCountedOnce() throws Exception {
        List<Callable<Outcome>> deliveries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            deliveries.add(() -> one.commit(List.of(one.keyed(1, "id"))).getFirst());
            deliveries.add(() -> two.commit(List.of(two.keyed(1, "id"))).getFirst());
        }
        assertThat(all(deliveries))
                .filteredOn(Outcome.Decided.class::isInstance)
                .hasSize(1);
        assertThat(two.totals().texts()).isEqualTo(1);
    }

    @Test
    void aReplyIsClaimedByOneNode() throws Exception {
        int replies = 150;
        List<Arrival> texts = new ArrayList<>();
        for (int sender = 100; sender < 100 + replies; sender++) {
            texts.add(one.arrival(sender, "slt"));
        }
        var _ = one.commit(texts);
        Set<Long> claimed = ConcurrentHashMap.newKeySet();
        List<Callable<Integer>> claims = new ArrayList<>();
        for (Desk desk : List.of(one, two, one, two)) {
            claims.add(() -> claimAll(desk, claimed));
        }
        assertThat(all(claims).stream().mapToInt(Integer::intValue).sum()).isEqualTo(replies);
        assertThat(claimed).hasSize(replies);
    }

    private static int claimAll(Desk desk, Set<Long> claimed) {
        int all = 0;
        List<Owed> some;
        do {
            some = desk.ledger().claim(Fixtures.DEMO, desk.clock.instant(), 7);
            some.forEach(owed -> claimed.add(owed.outbound().id()));
            all += some.size();
        } while (!some.isEmpty());
        return all;
    }

    @Test
    void whatANodeHadOnItsWayIsUnknownOnceItIsGoneAndToldIfItComesBack() {
        long reply = one.text(1, "slt").text().id();
        assertThat(one.claim()).hasSize(1);
        wire.down();
        await("the farewell", () -> two.state(reply) == ReplyState.UNKNOWN);
        assertThat(two.claim()).isEmpty();
        wire.up();
        one.settle(reply, new Settlement.Result.Sent(Optional.of("late")));
        assertThat(two.state(reply)).isEqualTo(ReplyState.SENT);
        assertThat(two.totals().states()).containsOnly(Map.entry(ReplyState.SENT, 1L));
    }

    @Test
    void aDutyIsHeldByOneAndMovesWhenItIsGoneOrGivesItUp() {
        await("the duty", () -> one.ledger().nodes().holds("chores"));
        assertThat(two.ledger().nodes().holds("chores")).isFalse();
        await(
                "a beat of the other",
                () -> two.ledger().nodes().all().stream()
                        .anyMatch(node -> node.duties().contains("chores")));
        assertThat(two.ledger().nodes().holds("chores")).isFalse();
        wire.down();
        await("the duty to move", () -> two.ledger().nodes().holds("chores"));
        assertThat(one.ledger().nodes().holds("chores")).isFalse();
        two.ledger().nodes().giveUp("chores");
        wire.up();
        await("the duty to move back", () -> one.ledger().nodes().holds("chores"));
    }

    @Test
    void whatSomebodyWritesOfAReplyMeanwhileIsNotWrittenOver() throws Exception {
        long reply = one.text(1, "slt").text().id();
        assertThat(one.claim()).hasSize(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = store.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            assertThat(statement.executeUpdate("update text set state = 'DELIVERED' where id = " + reply))
                    .isEqualTo(1);
            Future<?> told = threads.submit(() -> one.settle(reply, new Settlement.Result.Sent(Optional.of("late"))));
            await(
                    "somebody who waits",
                    () -> store.query("select 1 from pg_locks where not granted and locktype = 'transactionid'")
                                    .size()
                            == 1);
            other.commit();
            told.get();
        }
        assertThat(two.state(reply)).isEqualTo(ReplyState.DELIVERED);
    }

    @Test
    void aNodeThatWasKilledTakesItsPlaceAgainAtOnce() {
        Remembered memory = new Remembered(new AtomicReference<>());
        try (Desk killed = new Desk(store.through(wire, memory))) {
            await("the duty", () -> killed.ledger().nodes().holds("chores"));
            long reply = killed.text(1, "slt").text().id();
            assertThat(killed.claim()).hasSize(1);
            int number = killed.ledger().nodes().number();
            try (Desk copied = new Desk(
                    store.by(new Remembered(new AtomicReference<>(memory.run().get()))))) {
                assertThat(copied.ledger().nodes().number()).as("it lives").isNotEqualTo(number);
            }
            wire.down();
            await(
                    "silence",
                    () -> store.query("select 1 from node where seen_at < clock_timestamp()"
                                            + " - interval '2 seconds' and number = " + number)
                                    .size()
                            == 1);
            try (Desk again = new Desk(store.by(memory))) {
                assertThat(again.ledger().nodes().number()).isEqualTo(number);
                assertThat(store.count("lease")).as("duties of the killed one").isZero();
                assertThat(again.ledger().abandonSending(Desk.EVENING)).isEqualTo(1);
                assertThat(again.state(reply)).isEqualTo(ReplyState.UNKNOWN);
            }
        }
    }

    @Test
    void aNumberThatWasGivenToAnotherIsNotTakenBack() {
        int given = one.ledger().nodes().number();
        Remembered memory = new Remembered(new AtomicReference<>(new Memory.Run(given, UUID.randomUUID())));
        try (Desk again = new Desk(store.by(memory))) {
            int number = again.ledger().nodes().number();
            assertThat(number).isNotEqualTo(given);
            assertThat(memory.last().orElseThrow().number()).isEqualTo(number);
        }
    }

    /// What a node remembers, as if its process began anew.
    private record Remembered(AtomicReference<Memory.Run> run) implements Memory {
        @Override
        public Optional<Run> last() {
            return Optional.ofNullable(run.get());
        }

        @Override
        public void remember(Run now) {
            run.set(now);
        }

        @Override
        public void close() {}
    }

    @Test
    void theSameWordsAtAnotherNodeAreASecondTextOnceTheFirstNodeSaysThatItsLinksHold() {
        assertThat(taken(one, "again")).isInstanceOf(Outcome.Decided.class);
        assertThat(taken(two, "again")).isInstanceOf(Outcome.Doubtful.class);
        assertThat(two.totals().texts()).isEqualTo(1);
        assertThat(settled(two, "again")).isInstanceOf(Outcome.Decided.class);
        assertThat(two.totals().texts()).isEqualTo(2);
    }

    @Test
    void theSameWordsAtAnotherNodeAreARepetitionIfALinkOfTheFirstBroke() {
        assertThat(taken(one, "again")).isInstanceOf(Outcome.Decided.class);
        one.ledger().nodes().linkBroke(one.clock.instant());
        assertThat(settled(two, "again")).isInstanceOf(Outcome.Repeated.class);
        assertThat(two.totals().texts()).isEqualTo(1);
    }

    @Test
    void theSameWordsAtAnotherNodeAreARepetitionIfTheFirstIsGone() {
        assertThat(taken(one, "again")).isInstanceOf(Outcome.Decided.class);
        wire.down();
        assertThat(settled(two, "again")).isInstanceOf(Outcome.Repeated.class);
        two.clock.step(Duration.ofMinutes(11));
        assertThat(taken(two, "again")).isInstanceOf(Outcome.Decided.class);
    }

    /// As at the first start of several: each looks, finds nothing, and writes.
    @Test
    void whatBothWriteAtOnceIsWrittenByOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            int version = round;
            Person keeper = new Person("p" + round, Person.Role.KEEPER, "{x}", Optional.empty(), Desk.EVENING);
            assertThat(all(List.of(() -> add(one, keeper), () -> add(two, keeper))))
                    .containsExactlyInAnyOrder(People.Outcome.DONE, People.Outcome.TAKEN);
            assertThat(all(List.of(() -> append(one, version), () -> append(two, version))))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    private static People.Outcome add(Desk desk, Person person) {
        return desk.ledger().office().people().add(person);
    }

    private static boolean append(Desk desk, int expected) {
        return desk.ledger()
                .settings()
                .append(expected, "keeper", Desk.EVENING, "{}")
                .isPresent();
    }
}
