package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Chronicle.Wanted;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.Receipt;
import org.esquive.policy.Reason;
import org.junit.jupiter.api.Test;

/// What every ledger promises about what happened, in order.
interface ChronicleContract {

    Desk desk();

    private Chronicle chronicle() {
        return desk().ledger().office().chronicle();
    }

    private static Wanted wanted(long before, int most) {
        return new Wanted(DEMO, before, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), none(), none(), most);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static Wanted silentFor(Reason reason, long before, int most) {
        Wanted all = wanted(before, most);
        return new Wanted(DEMO, before, all.from(), all.to(), Optional.of(reason), none(), most);
    }

    private List<Long> walk(Optional<Reason> reason, int most) {
        List<Long> ids = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (true) {
            Wanted wanted = reason.isPresent() ? silentFor(reason.get(), before, most) : wanted(before, most);
            var page = chronicle().decisions(wanted);
            page.items().forEach(entry -> ids.add(entry.id()));
            if (page.next().isEmpty()) {
                return ids;
            }
            before = page.next().getAsLong();
        }
    }

    private List<Long> textsOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> desk().text(1, "slt").text().id())
                .toList();
    }

    @Test
    default void everyDecisionIsOnOnePageAndOnlyOne() {
        List<Long> texts = textsOf(23);
        assertThat(walk(Optional.empty(), 5)).containsExactlyElementsOf(texts.reversed());
        assertThat(walk(Optional.of(Reason.SENDER_LIMIT), 5))
                .containsExactlyElementsOf(texts.subList(5, 23).reversed());
        assertThat(walk(Optional.of(Reason.COUNTRY), 5)).isEmpty();
    }

    @Test
    default void aPageIsOfTheTimeAskedFor() {
        List<Long> early = textsOf(2);
        desk().clock.step(Duration.ofHours(1));
        List<Long> late = textsOf(2);
        Instant between = Desk.EVENING.plus(Duration.ofMinutes(30));
        Wanted all = wanted(Long.MAX_VALUE, 9);
        assertThat(chronicle()
                        .decisions(new Wanted(DEMO, all.before(), between, all.to(), none(), none(), 9))
                        .items())
                .extracting(Figures.Entry::id)
                .containsExactlyElementsOf(late.reversed());
        assertThat(chronicle()
                        .decisions(new Wanted(DEMO, all.before(), all.from(), between, none(), none(), 9))
                        .items())
                .extracting(Figures.Entry::id)
                .containsExactlyElementsOf(early.reversed());
    }

    @Test
    default void aRareReasonIsFoundBehindManyTextsWithoutLookingThroughAllAtOnce() {
        long first = desk().text(Fixtures.mobile(1), "slt").text().id();
        for (int batch = 0; batch < 25; batch++) {
            var _ = desk().commit(IntStream.range(0, 1_000)
                    .mapToObj(_ -> (Arrival) desk().arrival(2, "slt"))
                    .toList());
        }
        Wanted answered = new Wanted(
                DEMO,
                Long.MAX_VALUE,
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                none(),
                Optional.of(ReplyState.CANCELLED),
                10);
        var page = chronicle().decisions(answered);
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isPresent();
        var rest = chronicle()
                .decisions(new Wanted(
                        DEMO,
                        page.next().getAsLong(),
                        answered.from(),
                        answered.to(),
                        none(),
                        Optional.of(ReplyState.DUE),
                        10));
        assertThat(rest.items()).extracting(Figures.Entry::id).contains(first);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    default void whoeverFollowsReadsEachDecisionOnceAndNoneTooEarly() {
        List<Long> texts = textsOf(7);
        List<org.esquive.message.LineId> lines = List.of(DEMO);
        assertThat(chronicle().following(lines, 0, desk().clock.instant(), 10)).isEmpty();
        desk().clock.step(Chronicle.LAG.plusSeconds(1));
        Instant now = desk().clock.instant();
        var first = chronicle().following(lines, 0, now, 4);
        var rest = chronicle().following(lines, first.getLast().id(), now, 4);
        assertThat(first).extracting(Figures.Entry::id).containsExactlyElementsOf(texts.subList(0, 4));
        assertThat(rest).extracting(Figures.Entry::id).containsExactlyElementsOf(texts.subList(4, 7));
    }

    @Test
    default void whoeverIsFarBehindSkipsToTheLatestAndHearsHowManyWereSkipped() {
        for (int batch = 0; batch < 11; batch++) {
            var _ = desk().commit(IntStream.range(0, 1_000)
                    .mapToObj(_ -> (Arrival) desk().arrival(2, "slt"))
                    .toList());
        }
        desk().clock.step(Chronicle.LAG.plusSeconds(1));
        Instant now = desk().clock.instant();
        var skipped = chronicle().tooFarBehind(List.of(DEMO), 0, now).orElseThrow();
        assertThat(skipped.texts()).isEqualTo(10_000);
        assertThat(chronicle().following(List.of(DEMO), skipped.to(), now, 1_000))
                .hasSize(Chronicle.LEFT);
        assertThat(chronicle().tooFarBehind(List.of(DEMO), skipped.to(), now)).isEmpty();
    }

    @Test
    default void whatBecomesOfRepliesIsNotedWhileSomebodyWantsToKnow() {
        long unheard = desk().text(1, "slt").text().id();
        desk().settle(claimedFirst(), new Result.Sent(Optional.of("x")));
        chronicle().noteReplies(true);
        chronicle().noteReplies(true);
        long heard = desk().text(2, "slt").text().id();
        long cancelled = desk().text(3, "slt").text().id();
        desk().text(3, "STOP");
        desk().settle(claimed(heard), new Result.Sent(Optional.of("y")));
        assertThat(desk().receipt(heard, Receipt.State.DELIVERED)).isTrue();
        assertThat(chronicle().replies(0, 10))
                .extracting(Chronicle.ReplyNews::text, Chronicle.ReplyNews::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(cancelled, ReplyState.CANCELLED),
                        org.assertj.core.groups.Tuple.tuple(heard, ReplyState.SENT),
                        org.assertj.core.groups.Tuple.tuple(heard, ReplyState.DELIVERED));
        assertThat(unheard).isLessThan(heard);
        long last = chronicle().lastReply();
        chronicle().forgetReplies(last - 1);
        assertThat(chronicle().replies(0, 10)).hasSize(1);
        chronicle().noteReplies(false);
        assertThat(chronicle().replies(0, 10)).isEmpty();
        assertThat(chronicle().lastReply()).isEqualTo(last);
    }

    private long claimedFirst() {
        desk().clock.step(Duration.ofHours(2));
        return desk().claim().getFirst().outbound().id();
    }

    private long claimed(long reply) {
        desk().clock.step(Duration.ofHours(2));
        assertThat(desk().claim()).extracting(owed -> owed.outbound().id()).contains(reply);
        return reply;
    }

    @Test
    default void alertsAreReadBackwardsAPageAtATime() {
        for (int sender = 1; sender <= 3; sender++) {
            for (int i = 0; i < 6; i++) {
                desk().text(sender, "slt");
            }
        }
        var page = chronicle().alerts(Long.MAX_VALUE, 2);
        assertThat(page.items()).hasSize(2);
        var last = chronicle().alerts(page.next().orElseThrow(), 2);
        assertThat(last.items()).hasSize(1);
        assertThat(last.next()).isEqualTo(OptionalLong.empty());
    }
}
