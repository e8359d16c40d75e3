package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;
import static org.esquive.ledger.CountingContract.told;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.message.Inbound;
import org.esquive.message.Segment;
import org.junit.jupiter.api.Test;

/// What every ledger promises about texts that come in segments: each is counted once, in whatever order its segments
/// come, and no header makes it remember more than its bounds.
interface LongTextContract {

    Desk desk();

    @Test
    default void aLongTextIsCountedWithTheFirstOfItsSegmentsWhicheverThatIs() {
        assertThat(take(1, 7, 3, 2)).isEqualTo("1 MESSAGE");
        assertThat(take(1, 7, 3, 1)).isEqualTo("joined");
        assertThat(take(1, 7, 3, 3)).isEqualTo("joined");
        assertThat(desk().totals().texts()).isEqualTo(1);
        assertThat(desk().totals().replies()).isEqualTo(1);
    }

    @Test
    default void aLongTextInOneBatchIsCountedOnce() {
        List<Arrival> batch = List.of(segment(1, 7, 3, 3), segment(1, 7, 3, 1), segment(1, 7, 3, 2));
        assertThat(desk().commit(batch).stream().map(CountingContract::told))
                .containsExactly("1 MESSAGE", "joined", "joined");
    }

    @Test
    default void anyOrderAndEverySegmentTwiceIsStillOneText() {
        Random chance = new Random(7);
        for (int text = 0; text < 40; text++) {
            int reference = text % 6;
            List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4));
            Collections.shuffle(numbers, chance);
            for (int number : numbers.subList(0, 3)) {
                take(text, reference, 4, number);
                assertThat(take(text, reference, 4, number)).isEqualTo("repeated");
            }
            assertThat(take(text, reference, 4, numbers.getLast())).isEqualTo("joined");
            assertThat(desk().totals().texts()).isEqualTo(text + 1L);
        }
    }

    @Test
    default void aRestartInTheMiddleForgetsNothing() {
        take(1, 7, 3, 1);
        take(1, 7, 3, 3);
        desk().restart();
        assertThat(take(1, 7, 3, 3)).isEqualTo("repeated");
        assertThat(take(1, 7, 3, 2)).isEqualTo("joined");
        desk().restart();
        assertThat(take(1, 7, 3, 2)).isEqualTo("2 PENDING");
        assertThat(desk().totals().texts()).isEqualTo(2);
    }

    @Test
    default void theSameReferenceIsTheNextTextOnceTheFirstIsWhole() {
        take(1, 7, 2, 1);
        take(1, 7, 2, 2);
        assertThat(take(1, 7, 2, 1)).isEqualTo("2 PENDING");
        assertThat(take(1, 7, 2, 2)).isEqualTo("joined");
    }

    @Test
    default void aRepeatedDeliveryWithAnIdIsKnownWhenTheTextIsWholeAndAfterARestart() {
        take(keyed(1, "A"));
        take(keyed(2, "B"));
        desk().restart();
        assertThat(take(keyed(2, "B"))).isEqualTo("repeated");
        assertThat(take(keyed(1, "A"))).isEqualTo("repeated");
        assertThat(take(keyed(2, "C"))).isEqualTo("2 PENDING");
    }

    @Test
    default void aTextWhoseLastSegmentNeverCameIsForgottenAfterADay() {
        take(1, 7, 2, 1);
        desk().clock.step(Duration.ofHours(24).minusMillis(1));
        assertThat(take(1, 7, 2, 1)).isEqualTo("repeated");
        assertThat(desk().forgetOld()).isZero();
        desk().clock.step(Duration.ofMillis(1));
        assertThat(take(1, 7, 2, 2)).isEqualTo("2 PENDING");
        desk().clock.step(Duration.ofHours(25));
        assertThat(desk().forgetOld()).isEqualTo(1);
    }

    @Test
    default void twoSendersWithOneReferenceAreNeverMixed() {
        assertThat(take(1, 7, 2, 1)).isEqualTo("1 MESSAGE");
        assertThat(take(2, 7, 2, 1)).isEqualTo("1 MESSAGE");
        assertThat(take(1, 7, 2, 2)).isEqualTo("joined");
        assertThat(take(2, 7, 2, 2)).isEqualTo("joined");
    }

    @Test
    default void anotherTotalOrAnotherWidthOfTheReferenceIsAnotherText() {
        assertThat(take(1, 7, 3, 1)).isEqualTo("1 MESSAGE");
        assertThat(take(1, 7, 2, 2)).isEqualTo("2 PENDING");
        assertThat(take(segment(1, new Segment(7, true, 3, 2), new Inbound.Identity.None(), "slt")))
                .isEqualTo("3 PENDING");
    }

    @Test
    default void aSegmentOfOneIsAWholeText() {
        assertThat(take(1, 7, 1, 1)).isEqualTo("1 MESSAGE");
        assertThat(take(1, 7, 1, 1)).isEqualTo("2 PENDING");
        var stop = segment(1, new Segment(7, false, 1, 1), new Inbound.Identity.None(), "STOP");
        assertThat(take(stop)).isEqualTo("3 STOP");
    }

    @Test
    default void aPieceThatReadsLikeAKeywordIsNone() {
        var tail = segment(1, new Segment(7, false, 2, 2), new Inbound.Identity.None(), "stop");
        assertThat(take(tail)).isEqualTo("1 MESSAGE");
        var head = segment(1, new Segment(7, false, 2, 1), new Inbound.Identity.None(), "STOP");
        assertThat(take(head)).isEqualTo("joined");
        assertThat(told(desk().text(1, "slt"))).isEqualTo("2 PENDING");
    }

    @Test
    default void twoHundredAndFiftyFourOf255SegmentsAreOneText() {
        List<Arrival> bomb = IntStream.rangeClosed(1, 254)
                .<Arrival>mapToObj(number -> segment(1, 7, 255, number))
                .toList();
        assertThat(told(desk().commit(bomb).getFirst())).isEqualTo("1 MESSAGE");
        desk().restart();
        assertThat(take(1, 7, 255, 254)).isEqualTo("repeated");
        assertThat(take(1, 7, 255, 255)).isEqualTo("joined");
        assertThat(desk().totals().texts()).isEqualTo(1);
    }

    @Test
    default void aSenderOfEveryReferenceMakesTheLedgerRememberEightAndDisturbsNobody() {
        take(2, 7, 2, 1);
        for (int from = 0; from < 65_536; from += 1_024) {
            desk().commit(IntStream.range(from, from + 1_024)
                    .<Arrival>mapToObj(reference ->
                            segment(1, new Segment(reference, true, 255, 1), new Inbound.Identity.None(), "slt"))
                    .toList());
        }
        assertThat(desk().totals().texts()).isEqualTo(65_537);
        assertThat(remembered()).isEqualTo(1 + LongText.MOST_PER_SENDER);
        assertThat(take(2, 7, 2, 2)).isEqualTo("joined");
        assertThat(take(1, segmentOf(65_535))).isEqualTo("joined");
        assertThat(take(1, segmentOf(65_528))).isEqualTo("joined");
        assertThat(take(1, segmentOf(65_527))).isEqualTo("65537 SENDER_LIMIT");
    }

    @Test
    default void thoseThatAreWholeGiveWayBeforeThoseThatAreNot() {
        take(1, 0, 2, 1);
        desk().clock.step(Duration.ofSeconds(1));
        for (int reference = 1; reference < LongText.MOST_PER_SENDER; reference++) {
            take(1, reference, 2, 1);
            take(1, reference, 2, 2);
            desk().clock.step(Duration.ofSeconds(1));
        }
        take(1, 100, 2, 1);
        take(1, 101, 2, 1);
        assertThat(take(1, 0, 2, 2)).isEqualTo("joined");
        assertThat(take(1, 100, 2, 2)).isEqualTo("joined");
        assertThat(remembered()).isEqualTo(LongText.MOST_PER_SENDER);
    }

    @Test
    default void aLineRemembersTenThousandAndTheOldestGiveWay() {
        int senders = LongText.MOST_PER_LINE + 500;
        for (int from = 0; from < senders; from += 500) {
            desk().commit(IntStream.range(from, from + 500)
                    .<Arrival>mapToObj(sender -> segment(sender, 7, 2, 1))
                    .toList());
            desk().clock.step(Duration.ofSeconds(1));
        }
        assertThat(remembered()).isEqualTo(LongText.MOST_PER_LINE);
        assertThat(take(senders - 1, 7, 2, 2)).isEqualTo("joined");
        assertThat(take(500, 7, 2, 2)).isEqualTo("joined");
        assertThat(take(499, 7, 2, 2)).isNotEqualTo("joined");
    }

    private int remembered() {
        return desk().count("long_text");
    }

    private String take(Arrival.Text text) {
        return told(desk().commit(List.of(text)).getFirst());
    }

    private String take(int sender, int reference, int total, int number) {
        return take(segment(sender, reference, total, number));
    }

    private String take(int sender, Segment segment) {
        return take(segment(sender, segment, new Inbound.Identity.None(), "slt"));
    }

    private static Segment segmentOf(int reference) {
        return new Segment(reference, true, 255, 2);
    }

    private Arrival.Text keyed(int number, String key) {
        return segment(1, new Segment(7, false, 2, number), new Inbound.Identity.Key(key), "slt");
    }

    private Arrival.Text segment(int sender, int reference, int total, int number) {
        var header = new Segment(reference, false, total, number);
        return segment(sender, header, new Inbound.Identity.None(), "slt");
    }

    private Arrival.Text segment(int sender, Segment segment, Inbound.Identity identity, String words) {
        return desk().arrival(new Inbound(
                DEMO,
                Fixtures.mobile(sender),
                Inbound.Kind.TEXT,
                words,
                Optional.empty(),
                identity,
                Optional.of(segment)));
    }
}
