package org.esquive.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.esquive.lab.Desk;
import org.esquive.lab.postgres.Wire;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.ReplyState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A connection that breaks in the middle of a commit: whether it is kept is found out by its keys, never guessed.
@Tag("slow")
class DoubtsTest {
    private final Wire wire = PostgresStore.wire();
    private PostgresStore store;
    private Desk desk;

    @BeforeEach
    void open() {
        store = new PostgresStore();
        desk = new Desk(store.through(wire));
    }

    @AfterEach
    void close() {
        wire.up();
        desk.close();
        wire.close();
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void aTextIsStoredOnceWhereverItsCommitIsCut(Wire.Cut cut) {
        assertThat(desk.text(1, "slt").n()).isEqualTo(1);
        wire.cutNextCommit(cut);
        Outcome.Decided second = desk.text(1, "slt");
        assertThat(wire.isCut()).isTrue();
        assertThat(second.n()).isEqualTo(2);
        assertThat(desk.text(1, "slt").n()).isEqualTo(3);
        assertThat(store.query("select count(*) from text")).containsExactly("3");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstTextOfALineIsStoredOnceWhereverItsCommitIsCut(Wire.Cut cut) {
        wire.cutNextCommit(cut);
        assertThat(desk.text(1, "slt").n()).isEqualTo(1);
        assertThat(store.query("select count(*) from text")).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void aReplyIsClaimedOnceWhereverItsClaimIsCut(Wire.Cut cut) {
        long reply = desk.text(1, "slt").text().id();
        wire.cutNextCommit(cut);
        assertThatThrownBy(desk::claim).isInstanceOf(LedgerUnavailable.class);
        assertThat(desk.claim())
                .singleElement()
                .satisfies(owed -> assertThat(owed.outbound().id()).isEqualTo(reply));
        assertThat(desk.claim()).isEmpty();
    }

    @Test
    void aTextThatIsKeptAlthoughTheNetworkWasToldOtherwiseIsARepetitionWhenItComesAgain() {
        desk.express();
        assertThat(desk.text(2, "slt").n()).isEqualTo(1);
        Arrival.Text text = desk.anonymous(1, "again");
        wire.cutNextCommit(Wire.Cut.AFTER);
        Thread cutter = Thread.ofVirtual().start(() -> {
            while (!wire.isCut()) {
                Thread.onSpinWait();
            }
            wire.down();
        });
        assertThatThrownBy(() -> desk.commit(List.of(text))).isInstanceOf(LedgerUnavailable.class);
        assertThat(cutter.isAlive()).isFalse();
        wire.up();
        assertThat(desk.commit(List.of(desk.anonymous(1, "again"))).getFirst()).isInstanceOf(Outcome.Repeated.class);
        assertThat(desk.state(text.id())).isEqualTo(ReplyState.UNKNOWN);
        assertThat(store.query("select count(*) from text where n = 1")).containsExactly("2");
    }

    @Test
    void nothingIsCommittedAsLongAsTheDatabaseIsAwayAndAllIsWellWhenItIsBack() {
        wire.down();
        assertThatThrownBy(() -> desk.text(1, "slt"))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("cannot be reached");
        wire.up();
        assertThat(desk.text(1, "slt").n()).isEqualTo(1);
    }

    /// A page reads many times; it is shown all the same, and soon.
    @Test
    void readersWaitOnceForADatabaseThatIsAway() {
        wire.down();
        assertThatThrownBy(this::lookUp).isInstanceOf(LedgerUnavailable.class);
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::lookUp)
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("cannot be reached");
        }
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(2));
        wire.up();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!isReadable()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean isReadable() {
        try {
            lookUp();
            return true;
        } catch (LedgerUnavailable still) {
            return false;
        }
    }

    private void lookUp() {
        var _ = desk.ledger().settings().latest();
    }
}
