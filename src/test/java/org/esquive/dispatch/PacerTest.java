package org.esquive.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.channel.Share;
import org.junit.jupiter.api.Test;

/// How fast, how many at once, and how long to pause.
class PacerTest {
    private static final Instant START = Instant.parse("2026-03-02T20:30:00Z");
    private static final SendResult ACCEPTED = new SendResult.Accepted(Optional.empty());
    private static final SendResult UNKNOWN = new SendResult.Unknown("no answer");

    private final Pacer twentyAMinute = new Pacer(new Pace(20, 4), START);
    private Instant now = START;

    @Test
    void aSlowChannelGetsOneTextAtATime() {
        assertThat(twentyAMinute.take(10, at(0))).isEqualTo(1);
        assertThat(twentyAMinute.take(10, at(2))).isZero();
        assertThat(twentyAMinute.opensAt(at(2))).isEqualTo(at(3));
        assertThat(twentyAMinute.take(10, at(3))).isEqualTo(1);
    }

    @Test
    void aLongIdleTimeEndsInNoBurst() {
        Pacer pacer = new Pacer(new Pace(6_000, 1_000), START);
        assertThat(pacer.take(1_000, at(86_400))).isEqualTo(100);
        assertThat(pacer.take(1_000, at(86_400))).isZero();
    }

    @Test
    void nodesTogetherKeepThePaceOfTheChannel() {
        List<Pacer> pacers = List.of(
                new Pacer(new Pace(6_000, 1_000), START),
                new Pacer(new Pace(6_000, 1_000), START),
                new Pacer(new Pace(6_000, 1_000), START));
        pacers.forEach(pacer -> pacer.share(new Share(1, 3), at(0)));
        for (int second = 0; second < 10; second++) {
            Instant moment = at(second);
            assertThat(pacers.stream()
                            .mapToInt(pacer -> pacer.take(1_000, moment))
                            .sum())
                    .isBetween(97, 100);
            pacers.forEach(pacer -> pacer.release(34));
        }
    }

    @Test
    void aSlowPaceIsSharedToo() {
        twentyAMinute.share(new Share(1, 2), at(0));
        assertThat(twentyAMinute.take(10, at(0))).isZero();
        assertThat(twentyAMinute.take(10, at(3))).isEqualTo(1);
        assertThat(twentyAMinute.take(10, at(8))).isZero();
        assertThat(twentyAMinute.take(10, at(9))).isEqualTo(1);
        twentyAMinute.share(Share.WHOLE, at(9));
        assertThat(twentyAMinute.take(10, at(12))).isEqualTo(1);
    }

    @Test
    void noMoreAreOnTheirWayThanTheWindowHolds() {
        Pacer pacer = new Pacer(new Pace(60_000_000, 3), START);
        assertThat(pacer.take(10, at(0))).isEqualTo(3);
        assertThat(pacer.take(10, at(1))).isZero();
        pacer.release(1);
        assertThat(pacer.take(10, at(1))).isEqualTo(1);
    }

    @Test
    void leaveThatWasNotUsedCanBeTakenAgain() {
        assertThat(twentyAMinute.take(10, at(0))).isEqualTo(1);
        twentyAMinute.giveBack(1);
        assertThat(twentyAMinute.take(10, at(0))).isEqualTo(1);
    }

    @Test
    void whoWaitsForAPlaceIsCalledOnce() {
        Pacer pacer = new Pacer(new Pace(60_000_000, 1), START);
        List<String> called = new ArrayList<>();
        Runnable callback = () -> called.add("free");
        assertThat(pacer.callsWhenFree(callback)).isFalse();
        assertThat(pacer.take(1, at(0))).isEqualTo(1);
        assertThat(pacer.callsWhenFree(callback)).isTrue();
        assertThat(pacer.callsWhenFree(callback)).isTrue();
        pacer.release(1);
        assertThat(called).containsExactly("free");
    }

    @Test
    void aDeferralPausesTheWholeChannel() {
        twentyAMinute.learn(deferred(30), at(0));
        assertThat(twentyAMinute.opensAt(at(1))).isEqualTo(at(30));
        assertThat(twentyAMinute.take(10, at(29))).isZero();
        assertThat(twentyAMinute.take(10, at(30))).isEqualTo(1);
    }

    @Test
    void pausesDoubleUpToFiveMinutesUntilOneGoesWell() {
        assertThat(pausesOf(deferred(60), 5)).containsExactly(60L, 120L, 240L, 300L, 300L);
        twentyAMinute.learn(ACCEPTED, now);
        assertThat(pausesOf(deferred(60), 1)).containsExactly(60L);
    }

    @Test
    void aChannelThatAsksForLongerGetsIt() {
        assertThat(pausesOf(deferred(600), 2)).containsExactly(600L, 600L);
    }

    @Test
    void severalDeferralsOfOneWindowAreOnePause() {
        for (int i = 0; i < 4; i++) {
            twentyAMinute.learn(deferred(10), at(0));
        }
        assertThat(twentyAMinute.opensAt(at(0))).isEqualTo(at(10));
    }

    @Test
    void aPeerThatSwallowsTextsGetsFewOfThem() {
        assertThat(pausesOf(UNKNOWN, 4)).containsExactly(5L, 10L, 20L, 40L);
    }

    @Test
    void aClockSetBackNeitherLengthensAPauseNorGivesTokens() {
        assertThat(twentyAMinute.take(1, at(0))).isEqualTo(1);
        twentyAMinute.learn(deferred(30), at(0));
        Instant anHourEarlier = at(-3_600);
        assertThat(twentyAMinute.take(1, anHourEarlier)).isZero();
        assertThat(twentyAMinute.opensAt(anHourEarlier)).isEqualTo(anHourEarlier.plusSeconds(30));
    }

    /// How long each of several pauses lasts, one right after the other.
    private List<Long> pausesOf(SendResult result, int times) {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            twentyAMinute.learn(result, now);
            Instant opens = twentyAMinute.opensAt(now);
            pauses.add(Duration.between(now, opens).toSeconds());
            now = opens;
        }
        return pauses;
    }

    private static SendResult deferred(int seconds) {
        return new SendResult.Deferred(Duration.ofSeconds(seconds), "busy");
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
