package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.ledger.CountingContract.told;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.esquive.lab.Desk;
import org.junit.jupiter.api.Test;

/// What every ledger promises to a sender who asks for help or for silence.
interface WishesContract {

    Desk desk();

    @Test
    default void stopCancelsTheReplyThatWaitsAndTakesItsPlace() {
        long waiting = desk().text(1, "slt").text().id();
        Outcome.Decided stop = desk().text(1, "STOP");
        assertThat(told(stop)).isEqualTo("2 STOP");
        assertThat(desk().state(waiting)).isEqualTo(ReplyState.CANCELLED);
        assertThat(desk().sendAll())
                .singleElement()
                .satisfies(owed ->
                        assertThat(owed.outbound().id()).isEqualTo(stop.text().id()));
        assertThat(told(desk().text(1, "slt"))).isEqualTo("3 OPTED_OUT");
        assertThat(told(desk().text(1, "STOP"))).isEqualTo("4 OPTED_OUT");
    }

    @Test
    default void stopInTheSameBatchLeavesOneReplyToSend() {
        List<Outcome> outcomes = desk().commit(List.of(desk().arrival(1, "slt"), desk().arrival(1, "stop!")));
        assertThat(outcomes.stream().map(CountingContract::told)).containsExactly("1 MESSAGE", "2 STOP");
        assertThat(desk().claim()).hasSize(1);
        assertThat(desk().totals().states()).containsExactlyEntriesOf(Map.of(ReplyState.CANCELLED, 1L));
    }

    @Test
    default void helpTakesThePlaceOfTheReplyThatWaits() {
        long waiting = desk().text(1, "slt").text().id();
        assertThat(told(desk().text(1, "aide"))).isEqualTo("2 HELP");
        assertThat(desk().state(waiting)).isEqualTo(ReplyState.CANCELLED);
        assertThat(told(desk().text(1, "slt"))).isEqualTo("3 PENDING");
        assertThat(desk().claim()).hasSize(1);
    }

    @Test
    default void aReplyOnItsWayIsNotCancelled() {
        long sending = desk().text(1, "slt").text().id();
        desk().claim();
        assertThat(told(desk().text(1, "STOP"))).isEqualTo("2 STOP");
        assertThat(desk().state(sending)).isEqualTo(ReplyState.SENDING);
    }

    @Test
    default void aReplyThatComesBackUnsentAfterStopIsNotTriedAgain() {
        long sending = desk().text(1, "slt").text().id();
        desk().claim();
        desk().text(1, "STOP");
        desk().settle(sending, new Settlement.Result.Deferred(desk().clock.instant()));
        assertThat(desk().state(sending)).isEqualTo(ReplyState.CANCELLED);
        assertThat(desk().claim()).hasSize(1);
    }

    @Test
    default void theConfirmationOfStopThatComesBackUnsentIsTriedAgain() {
        long stop = desk().text(1, "STOP").text().id();
        desk().claim();
        desk().settle(stop, new Settlement.Result.Deferred(desk().clock.instant()));
        assertThat(desk().claim())
                .singleElement()
                .satisfies(owed -> assertThat(owed.attempts()).isEqualTo(1));
    }

    @Test
    default void stopAsTheSixthTextIsHonouredAndNotConfirmed() {
        for (int i = 0; i < 5; i++) {
            desk().text(1, "slt");
        }
        assertThat(told(desk().text(1, "STOP"))).isEqualTo("6 SENDER_LIMIT");
        assertThat(desk().claim()).isEmpty();
        desk().clock.step(Duration.ofDays(31));
        assertThat(told(desk().text(1, "slt"))).isEqualTo("1 OPTED_OUT");
    }

    @Test
    default void aWishForSilenceOutlivesForgettingAndRestart() {
        desk().text(1, "STOP");
        desk().sendAll();
        desk().clock.step(Duration.ofDays(400));
        assertThat(desk().forgetOld()).isPositive();
        desk().restart();
        assertThat(told(desk().text(1, "slt"))).isEqualTo("1 OPTED_OUT");
        assertThat(told(desk().text(2, "slt"))).isEqualTo("1 MESSAGE");
    }

    @Test
    default void startEndsTheSilenceForGood() {
        desk().text(1, "STOP");
        desk().sendAll();
        assertThat(told(desk().text(1, "START"))).isEqualTo("2 START");
        desk().sendAll();
        desk().clock.step(Duration.ofDays(31));
        desk().forgetOld();
        assertThat(told(desk().text(1, "slt"))).isEqualTo("1 MESSAGE");
    }

    @Test
    default void stopAndStartOfOneBatchTakeEffectInOrder() {
        desk().commit(List.of(desk().arrival(1, "STOP"), desk().arrival(1, "START"), desk().arrival(2, "STOP")));
        desk().sendAll();
        assertThat(told(desk().text(1, "slt"))).isEqualTo("3 MESSAGE");
        assertThat(told(desk().text(2, "slt"))).isEqualTo("2 OPTED_OUT");
    }
}
