package org.esquive.ledger.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.esquive.lab.Desk;
import org.esquive.lab.Filling;
import org.esquive.lab.Fixtures;
import org.esquive.lab.Picture;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerInUse;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.postgres.PostgresLedger;
import org.esquive.ledger.postgres.PostgresStore;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.policy.Decision;
import org.esquive.policy.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A ledger that is moved is the same ledger.
@Tag("slow")
class MoveTest {
    private final PostgresStore store = new PostgresStore();

    @TempDir
    Path folder;

    @AfterEach
    void giveBack() {
        store.close();
    }

    /// Hears everything and says nothing.
    private static class Silent implements Move.Progress {
        @Override
        public void begins(String table, long rows) {}

        @Override
        public void came(long rows) {}
    }

    private Path file() {
        return folder.resolve("esquive.db");
    }

    private Path aside() {
        return folder.resolve("esquive.db.moved");
    }

    private List<Compared> move(Desk from, Move.Progress progress) {
        return Move.ledger(file(), store.access(), Fixtures.keyring(), from.clock.instant(), progress);
    }

    private Desk filled(long seed) {
        Desk desk = new Desk(new SqliteStore(file()));
        new Filling(desk, seed).fill(200);
        return desk;
    }

    /// The same hour, at a node of the database.
    private Desk after(Desk from) {
        Desk to = new Desk(store.at(from.clock));
        to.clock.step(Duration.between(Desk.EVENING, from.clock.instant()));
        return to;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everythingThatCanBeAskedIsAnsweredAsBefore(long seed) {
        Desk from = filled(seed);
        List<String> before = Picture.of(from.ledger());
        from.close();
        List<Compared> compared = move(from, new Silent());
        assertThat(compared)
                .allMatch(Compared::isEqual)
                .extracting(Compared::what)
                .contains("text", "tallies, added up");
        assertThat(compared).filteredOn(one -> one.file() > 0).hasSizeGreaterThan(18);
        assertThat(file()).doesNotExist();
        assertThat(aside()).exists();
        try (Desk to = after(from)) {
            assertThat(Picture.of(to.ledger())).containsExactlyElementsOf(before);
            goesOn(to);
        }
    }

    /// Replies that wait leave once, the sixth text is silenced, a repeated delivery is known, places go on.
    private static void goesOn(Desk desk) {
        long lastAlert = desk.ledger().alerts().end();
        assertThat(desk.commit(List.of(desk.anonymous(72, "the last"))).getFirst())
                .isInstanceOf(Outcome.Repeated.class);
        assertThat(desk.text(70, "slt").decision()).isEqualTo(silence());
        List<Owed> waited = new ArrayList<>(desk.sendAll());
        assertThat(waited).extracting(owed -> owed.outbound().to().e164()).contains("+33639980071", "+33639980072");
        assertThat(desk.claim()).isEmpty();
        for (int i = 0; i < 6; i++) {
            desk.clock.step(Duration.ofMinutes(3));
            desk.text(73, "slt");
            desk.sendAll();
        }
        assertThat(desk.ledger().alerts().end()).isGreaterThan(lastAlert);
    }

    private static Decision silence() {
        return new Decision.Silence(Reason.SENDER_LIMIT);
    }

    @Test
    void aMoveThatIsInterruptedLeavesTheFileAndNoLedgerUntilItIsDoneAgain() {
        Desk from = filled(4);
        List<String> before = Picture.of(from.ledger());
        from.close();
        assertThatThrownBy(() -> move(from, new Silent() {
                    @Override
                    public void begins(String table, long rows) {
                        if (table.equals("text")) throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        assertThatThrownBy(() -> store.open(Fixtures.keyring()))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("run esquive database move once more");
        assertThatThrownBy(() -> PostgresLedger.visit(store.access(), Fixtures.keyring()))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("run esquive database move once more");
        assertThat(file()).exists();
        assertThat(move(from, new Silent())).allMatch(Compared::isEqual);
        try (Desk to = after(from)) {
            assertThat(Picture.of(to.ledger())).containsExactlyElementsOf(before);
        }
    }

    @Test
    void onlyTheLastStepIsDoneAgainIfOnlyItIsLeft() {
        Desk from = filled(5);
        from.close();
        move(from, new Silent());
        store.execute("insert into installation values ('unfinished', 'MOVED')");
        assertThat(move(from, new Silent())).isEmpty();
        store.open(Fixtures.keyring()).close();
        assertThatThrownBy(() -> move(from, new Silent())).hasMessageContaining("was moved already");
    }

    @Test
    void whatWasMovedIsNotBegunAgainByMistake() throws Exception {
        Desk from = filled(6);
        from.close();
        move(from, new Silent());
        assertThatThrownBy(() -> new SqliteStore(file()).open(Fixtures.keyring()))
                .hasMessageContaining("was moved into a database: set ESQUIVE_DATABASE_URL");
        Files.move(aside(), file());
        new SqliteStore(file()).open(Fixtures.keyring()).close();
    }

    @Test
    void aLedgerInUseADatabaseInUseAndOneThatIsNotEmptyAreRefused() {
        Desk from = filled(7);
        assertThatThrownBy(() -> move(from, new Silent())).isInstanceOf(LedgerInUse.class);
        from.close();
        try (Desk node = new Desk(store)) {
            assertThatThrownBy(() -> move(from, new Silent())).hasMessageContaining("Esquive runs on this database");
            node.text(1, "slt");
        }
        assertThatThrownBy(() -> move(from, new Silent())).hasMessageContaining("is not empty");
        byte[] other = Fixtures.key();
        other[0]++;
        assertThatThrownBy(() ->
                        Move.ledger(file(), store.access(), new Keyring(other), from.clock.instant(), new Silent()))
                .hasMessageContaining("instance key");
        assertThat(file()).exists();
    }
}
