package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;
import static org.esquive.lab.Fixtures.DEMO_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.PhoneNumber;
import org.junit.jupiter.api.Test;

/// What every ledger promises about replies on their way out: at most once, and never too late.
interface SendingContract {

    Desk desk();

    @Test
    default void aReplyIsClaimedOnceWithAllThatIsNeededToSendIt() {
        long id = desk().text(1, "slt").text().id();
        assertThat(desk().claim()).singleElement().satisfies(owed -> {
            assertThat(owed.outbound().id()).isEqualTo(id);
            assertThat(owed.outbound().from()).isEqualTo(DEMO_NUMBER);
            assertThat(owed.outbound().to()).isEqualTo(new PhoneNumber("+33639980001"));
            assertThat(owed.outbound().text()).isEqualTo("Reponse une");
            assertThat(owed.attempts()).isZero();
            assertThat(owed.expiresAt()).isEqualTo(Desk.EVENING.plus(Duration.ofHours(6)));
        });
        assertThat(desk().claim()).isEmpty();
    }

    @Test
    default void theEarliestDueIsClaimedFirstAndNoMoreThanAsked() {
        for (int sender = 1; sender <= 5; sender++) {
            desk().text(sender, "slt");
            desk().clock.step(Duration.ofSeconds(1));
        }
        assertThat(numbers(desk().ledger().claim(DEMO, desk().clock.instant(), 2)))
                .containsExactly("01", "02");
        assertThat(numbers(desk().claim())).containsExactly("03", "04", "05");
    }

    @Test
    default void whatIsDueNextIsKnown() {
        assertThat(desk().ledger().nextDue(DEMO)).isEmpty();
        desk().text(1, "slt");
        assertThat(desk().ledger().nextDue(DEMO)).contains(Desk.EVENING);
        assertThat(desk().ledger().claim(DEMO, Desk.EVENING.minusMillis(1), 10)).isEmpty();
        desk().claim();
        assertThat(desk().ledger().nextDue(DEMO)).isEmpty();
    }

    @Test
    default void aReplyThatWasTakenIsSent() {
        long id = desk().text(1, "slt").text().id();
        desk().sendAll();
        assertThat(desk().state(id)).isEqualTo(ReplyState.SENT);
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.SENT, 1L));
    }

    @Test
    default void aReplyProvenUnsentIsDueAgainLaterAndCountsItsAttempts() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        Instant later = Desk.EVENING.plusSeconds(90);
        desk().settle(id, new Result.Deferred(later));
        assertThat(desk().ledger().nextDue(DEMO)).contains(later);
        assertThat(desk().claim()).isEmpty();
        desk().clock.step(Duration.ofSeconds(90));
        assertThat(desk().claim())
                .singleElement()
                .satisfies(owed -> assertThat(owed.attempts()).isEqualTo(1));
    }

    @Test
    default void aReplyThatIsTooLateExpires() {
        long id = desk().text(1, "slt").text().id();
        desk().clock.step(Duration.ofHours(6));
        assertThat(desk().claim()).isEmpty();
        assertThat(desk().state(id)).isEqualTo(ReplyState.EXPIRED);
        assertThat(desk().ledger().nextDue(DEMO)).isEmpty();
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.EXPIRED, 1L));
    }

    @Test
    default void thoseInTimeAreClaimedFromBehindThoseTooLate() {
        for (int sender = 1; sender <= 4; sender++) {
            desk().text(sender, "slt");
        }
        desk().clock.step(Duration.ofHours(7));
        desk().text(5, "slt");
        assertThat(numbers(desk().ledger().claim(DEMO, desk().clock.instant(), 2)))
                .containsExactly("05");
    }

    @Test
    default void aRefusalIsFinalAndSaysWhy() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        desk().settle(id, new Result.Refused("0x0B"));
        assertThat(desk().state(id)).isEqualTo(ReplyState.REFUSED);
        assertThat(desk().ledger()
                        .figures()
                        .entry(DEMO, id)
                        .orElseThrow()
                        .reply()
                        .orElseThrow()
                        .detail())
                .contains("0x0B");
        assertThat(desk().claim()).isEmpty();
    }

    @Test
    default void aReplyWhoseFateIsUnknownIsNeverClaimedAgain() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        desk().settle(id, new Result.Unknown("connection lost"));
        desk().settle(id, new Result.Deferred(Desk.EVENING));
        assertThat(desk().state(id)).isEqualTo(ReplyState.UNKNOWN);
        assertThat(desk().claim()).isEmpty();
    }

    @Test
    default void nothingClaimedBeforeACrashIsSentAfterIt() {
        long id = desk().text(1, "slt").text().id();
        desk().text(2, "slt");
        assertThat(desk().ledger().claim(DEMO, Desk.EVENING, 1)).hasSize(1);
        desk().restart();
        assertThat(desk().ledger().abandonSending(desk().clock.instant())).isEqualTo(1);
        assertThat(desk().state(id)).isEqualTo(ReplyState.UNKNOWN);
        assertThat(numbers(desk().claim())).containsExactly("02");
        desk().settle(id, new Result.Sent(Optional.of("late")));
        assertThat(desk().state(id)).isEqualTo(ReplyState.UNKNOWN);
        assertThat(desk().ledger().abandonSending(desk().clock.instant())).isEqualTo(1);
    }

    @Test
    default void aSettlementOfAnotherLineOrOfNothingChangesNothing() {
        desk().settle(4711, new Result.Sent(Optional.empty()));
        desk().ledger().settle(List.of());
        assertThat(desk().totals().states()).isEmpty();
    }

    @Test
    default void theNextTextIsAnsweredOnceTheReplyBeforeIsSent() {
        desk().text(1, "slt");
        desk().sendAll();
        desk().text(1, "slt");
        assertThat(desk().sendAll())
                .singleElement()
                .satisfies(owed -> assertThat(owed.outbound().text()).isEqualTo("Reponse deux"));
    }

    private static List<String> numbers(List<Owed> claimed) {
        return claimed.stream()
                .map(owed -> owed.outbound().to().e164().substring(10))
                .toList();
    }
}
