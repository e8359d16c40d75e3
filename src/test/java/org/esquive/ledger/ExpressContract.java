package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.PhoneNumber;
import org.junit.jupiter.api.Test;

/// What every ledger promises about replies that leave with the commit that decides them.
interface ExpressContract {

    Desk desk();

    private Outcome.Decided leaving() {
        desk().express();
        return desk().text(1, "slt");
    }

    private Owed owed(Outcome.Decided decided) {
        return decided.leaving().orElseThrow();
    }

    private void settle(Owed reply, Result result) {
        desk().ledger()
                .settle(List.of(new Settlement(reply, result, desk().clock.instant())));
    }

    @Test
    default void aReplyThatLeavesIsSendingAndNobodyElseCanClaimIt() {
        Outcome.Decided decided = leaving();
        assertThat(decided.waits()).isFalse();
        assertThat(owed(decided).outbound().to()).isEqualTo(new PhoneNumber("+33639980001"));
        assertThat(owed(decided).outbound().text()).isEqualTo("Reponse une");
        assertThat(desk().state(decided.text().id())).isEqualTo(ReplyState.SENDING);
        assertThat(desk().ledger().nextDue(DEMO)).isEmpty();
        assertThat(desk().claim()).isEmpty();
    }

    @Test
    default void neitherItsNumberNorItsWordsAreStored() {
        leaving();
        assertThat(desk().dump()).noneMatch(value -> value.contains("Reponse")).doesNotContain("+33639980010");
    }

    @Test
    default void itsSenderWaitsForItLikeForAnyOther() {
        Outcome.Decided first = leaving();
        assertThat(desk().text(1, "encore").decision().toString()).contains("PENDING");
        settle(owed(first), new Result.Sent(Optional.empty()));
        assertThat(desk().text(1, "encore").leaving()).isPresent();
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.SENT, 1L));
    }

    @Test
    default void oneThatIsProvenUnsentWaitsWithItsNumberAndWords() {
        Owed reply = owed(leaving());
        Instant later = Desk.EVENING.plusSeconds(30);
        settle(reply, new Result.Deferred(later));
        assertThat(desk().ledger().nextDue(DEMO)).contains(later);
        desk().clock.step(Duration.ofSeconds(30));
        assertThat(desk().claim()).singleElement().satisfies(again -> {
            assertThat(again.outbound()).isEqualTo(reply.outbound());
            assertThat(again.attempts()).isEqualTo(1);
            assertThat(again.expiresAt()).isEqualTo(reply.expiresAt());
        });
    }

    @Test
    default void oneThatACrashCaughtOnItsWayIsUnknownForGood() {
        Outcome.Decided decided = leaving();
        desk().restart();
        assertThat(desk().ledger().abandonSending(desk().clock.instant())).isEqualTo(1);
        assertThat(desk().state(decided.text().id())).isEqualTo(ReplyState.UNKNOWN);
        settle(owed(decided), new Result.Deferred(Desk.EVENING));
        assertThat(desk().claim()).isEmpty();
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.UNKNOWN, 1L));
    }
}
