package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.Receipt;
import org.esquive.message.Receipt.State;
import org.junit.jupiter.api.Test;

/// What every ledger promises about receipts, which come in any order, twice, late, or never.
interface ReceiptContract {

    Desk desk();

    @Test
    default void aReceiptIsMatchedByOurReferenceOrByTheNetworksId() {
        long id = desk().text(1, "slt").text().id();
        desk().sendAll();
        assertThat(desk().receipt(id, State.SENT)).isTrue();
        assertThat(desk().state(id)).isEqualTo(ReplyState.SENT);
        assertThat(desk().receipt(new Receipt.Match.ByProviderId("P" + id), State.DELIVERED))
                .isTrue();
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
        assertThat(desk().receipt(id + 1, State.DELIVERED)).isFalse();
        assertThat(desk().receipt(new Receipt.Match.ByProviderId("nobody's"), State.DELIVERED))
                .isFalse();
    }

    @Test
    default void whatReachedThePhoneStaysDelivered() {
        long id = sent();
        desk().receipt(id, State.DELIVERED);
        desk().receipt(id, State.FAILED);
        desk().receipt(id, State.SENT);
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.DELIVERED, 1L));
    }

    @Test
    default void whatLookedLostMayStillArrive() {
        long id = sent();
        desk().receipt(id, State.FAILED);
        desk().receipt(id, State.SENT);
        assertThat(desk().state(id)).isEqualTo(ReplyState.FAILED);
        desk().receipt(id, State.DELIVERED);
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.DELIVERED, 1L));
    }

    @Test
    default void aReceiptThatComesBeforeTheAnswerToTheSendingSettlesTheReply() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        assertThat(desk().receipt(id, State.DELIVERED)).isTrue();
        desk().settle(id, new Result.Sent(Optional.of("P1")));
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.DELIVERED, 1L));
    }

    @Test
    default void aReceiptSettlesWhatNobodyKnew() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        desk().settle(id, new Result.Unknown("connection lost"));
        desk().receipt(id, State.SENT);
        assertThat(desk().state(id)).isEqualTo(ReplyState.SENT);
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.SENT, 1L));
    }

    @Test
    default void aReceiptMovesNothingThatWasNeverGivenToTheNetwork() {
        long due = desk().text(1, "slt").text().id();
        assertThat(desk().receipt(due, State.DELIVERED)).isTrue();
        assertThat(desk().state(due)).isEqualTo(ReplyState.DUE);
        desk().claim();
        desk().settle(due, new Result.Refused("0x0B"));
        desk().receipt(due, State.DELIVERED);
        assertThat(desk().state(due)).isEqualTo(ReplyState.REFUSED);
    }

    @Test
    default void twoReceiptsOfOneBatchAreTakenInOrderAndATextBehindThemSeesThem() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        List<Outcome> outcomes =
                desk().commit(List.of(news(id, State.DELIVERED), news(id, State.SENT), desk().arrival(1, "slt")));
        assertThat(outcomes.stream().map(CountingContract::told)).containsExactly("noted", "noted", "2 MESSAGE");
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
    }

    @Test
    default void aReceiptBetweenTwoTextsOfOneBatchIsSeenByTheSecond() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        List<Outcome> outcomes =
                desk().commit(List.of(desk().arrival(1, "slt"), news(id, State.DELIVERED), desk().arrival(1, "slt")));
        assertThat(outcomes.stream().map(CountingContract::told)).containsExactly("2 PENDING", "noted", "3 MESSAGE");
    }

    @Test
    default void aReceiptThatWritesTheIdInAnotherWayIsMatched() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        desk().settle(id, new Result.Sent(Optional.of("1A")));
        var match = new Receipt.Match.ByProviderId("26", List.of("026", "1A"));
        assertThat(desk().receipt(match, State.DELIVERED)).isTrue();
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
    }

    @Test
    default void aReceiptByAnIdThatIsNotKnownYetWaitsForIt() {
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        var match = new Receipt.Match.ByProviderId("26", List.of("1A"));
        assertThat(desk().receipt(match, State.SENT)).isFalse();
        assertThat(desk().receipt(match, State.DELIVERED)).isFalse();
        desk().restart();
        desk().settle(id, new Result.Sent(Optional.of("1A")));
        assertThat(desk().state(id)).isEqualTo(ReplyState.DELIVERED);
        assertThat(desk().totals().states()).isEqualTo(Map.of(ReplyState.DELIVERED, 1L));
        assertThat(desk().receipt(new Receipt.Match.ByProviderId("1A"), State.DELIVERED))
                .isTrue();
    }

    @Test
    default void aReceiptWaitsTenMinutesForItsIdAndIsForgotten() {
        desk().receipt(new Receipt.Match.ByProviderId("P1"), State.FAILED);
        desk().clock.step(Duration.ofMinutes(10));
        long id = desk().text(1, "slt").text().id();
        desk().claim();
        desk().settle(id, new Result.Sent(Optional.of("P1")));
        assertThat(desk().state(id)).isEqualTo(ReplyState.SENT);
        desk().receipt(new Receipt.Match.ByProviderId("P2"), State.FAILED);
        assertThat(desk().count("early_receipt")).isPositive();
        desk().clock.step(Duration.ofMinutes(11));
        desk().forgetOld();
        assertThat(desk().count("early_receipt")).isZero();
    }

    @Test
    default void receiptsThatNobodyWaitsForAreBounded() {
        for (int batch = 0; batch < 11; batch++) {
            desk().commit(unmatched(batch));
        }
        assertThat(desk().count("early_receipt")).isEqualTo(10_000);
        desk().clock.step(Duration.ofMinutes(11));
        desk().commit(unmatched(11));
        assertThat(desk().count("early_receipt")).isEqualTo(1_000);
    }

    private List<Arrival> unmatched(int batch) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> new Receipt.Match.ByProviderId(batch + "-" + i))
                .map(match -> new Receipt(
                        Fixtures.DEMO, match, State.DELIVERED, desk().clock.instant()))
                .<Arrival>map(receipt -> new Arrival.News(receipt, desk().clock.instant()))
                .toList();
    }

    private long sent() {
        long id = desk().text(1, "slt").text().id();
        desk().sendAll();
        return id;
    }

    private Arrival news(long id, State state) {
        var match = new Receipt.Match.ByReply(id);
        return new Arrival.News(
                new Receipt(Fixtures.DEMO, match, state, desk().clock.instant()),
                desk().clock.instant());
    }
}
