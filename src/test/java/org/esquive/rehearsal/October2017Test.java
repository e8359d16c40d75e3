package org.esquive.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.esquive.policy.Reason;
import org.esquive.settings.Delay;
import org.esquive.settings.ReplyTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The figures that the story of October 2017 must come to, worked out by hand from its definition.
class October2017Test {
    private static final Delay FIXED = new Delay(Duration.ofMinutes(45), Duration.ofMinutes(45));
    private static final Map<String, ReplyTexts> TEXTS = Map.of("fr", new ReplyTexts(List.of("un"), "h", "s", "t"));

    @Test
    void theShortStoryHas26000TextsOf4100Senders() {
        Scenario story = October2017.shortStory();
        assertThat(story.texts()).hasSize(26_000);
        assertThat(story.senders()).isEqualTo(4_100);
        assertThat(textsPerDay(story))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("2017-10-27", 995L, "2017-10-28", 3_000L, "2017-10-29", 2_005L, "2017-10-30", 20_000L));
    }

    @Test
    void theLongStoryHas36000TextsOf9100Senders() {
        Scenario story = October2017.longStory();
        assertThat(story.texts()).hasSize(36_000);
        assertThat(story.senders()).isEqualTo(9_100);
        assertThat(textsPerDay(story))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("2017-10-27", 995L, "2017-10-28", 3_000L, "2017-10-29", 10_964L, "2017-10-30", 21_041L));
    }

    @Test
    void aTextAndItsReplyCost16Cents() {
        assertThat(Tariff.OF_2017.cost(1, 2)).isEqualByComparingTo("0.16004");
        assertThat(Tariff.OF_2017.cost(26_000, 52_000)).isEqualByComparingTo("4161.04");
    }

    @Test
    @Tag("slow")
    void theRuleOfFiveAndOneReplyAtATimeLeave4100RepliesOf26000() {
        Result result = new Rehearsal(TEXTS, FIXED, 1).play(October2017.shortStory(), Protection.FIVE, _ -> {});
        assertThat(result.totals().texts()).isEqualTo(26_000);
        assertThat(result.totals().senders()).isEqualTo(4_100);
        assertThat(result.totals().replies()).isEqualTo(4_100);
        assertThat(result.left()).isEqualTo(4_100);
        assertThat(result.totals().silences())
                .containsExactlyInAnyOrderEntriesOf(Map.of(Reason.SENDER_LIMIT, 17_700L, Reason.PENDING, 4_200L));
        assertThat(result.reached().mostToOne()).isLessThanOrEqualTo(2);
        assertThat(Tariff.OF_2017.cost(0, result.totals().segments()).setScale(2, RoundingMode.HALF_UP))
                .isEqualTo(new BigDecimal("312.71"));
    }

    @Test
    @Tag("slow")
    void theUsualDelayLetsAFewSendersHaveASecondReplyAndNobodyAThird() {
        Result result = new Rehearsal(TEXTS, Delay.USUAL, 7).play(October2017.shortStory(), Protection.FIVE, _ -> {});
        assertThat(result.totals().replies()).isBetween(4_100L, 4_388L);
        assertThat(result.totals().silences()).containsEntry(Reason.SENDER_LIMIT, 17_700L);
        assertThat(result.reached().mostToOne()).isEqualTo(2);
    }

    @Test
    @Tag("slow")
    void tenEurosADayAreNoMoreThanFortyInTheFourDays() {
        Result result = new Rehearsal(TEXTS, FIXED, 1).play(October2017.shortStory(), Protection.LIMITS, _ -> {});
        assertThat(result.totals().texts()).isEqualTo(26_000);
        assertThat(result.left()).isLessThanOrEqualTo(4 * 131);
        assertThat(Tariff.OF_2017.cost(0, result.segments())).isLessThanOrEqualTo(new BigDecimal(40));
        assertThat(result.reached().mostToOne()).isLessThanOrEqualTo(5);
    }

    private static Map<String, Long> textsPerDay(Scenario story) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        return story.texts().stream()
                .collect(Collectors.groupingBy(
                        text -> LocalDate.ofInstant(text.at(), paris).toString(), Collectors.counting()));
    }
}
