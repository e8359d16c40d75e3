package org.esquive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.esquive.settings.FloodLimits;
import org.junit.jupiter.api.Test;

/// When what comes in is a flood, told from a timetable of texts.
class FloodTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final FloodLimits LIMITS = new FloodLimits(20, 60, 0, Duration.ofMinutes(15), 0);

    private Flood flood = Flood.NONE;
    private Instant now = NOON;

    @Test
    void twentyNewPeopleAMinuteAreBorneAndTheNextIsAFlood() {
        for (int i = 0; i < 20; i++) {
            strangers(1, Duration.ZERO);
            known(1, Duration.ZERO);
            now = now.plusSeconds(2);
        }
        assertThat(flood.isOn(now)).isFalse();
        strangers(1, Duration.ZERO);
        assertThat(flood.cause()).contains(Hold.Cause.NEWCOMERS);
        assertThat(flood.stops(now)).isTrue();
    }

    @Test
    void theRateMovesWithTheClockAndNotWithTheMinute() {
        now = NOON.plusSeconds(45);
        known(10, Duration.ZERO);
        strangers(15, Duration.ofSeconds(1));
        now = NOON.plusSeconds(61);
        strangers(5, Duration.ZERO);
        assertThat(flood.rates().newcomersAt(now)).isBetween(19.0, 20.0);
        assertThat(flood.isOn(now)).isFalse();
        strangers(1, Duration.ZERO);
        assertThat(flood.isOn(now)).isTrue();
    }

    @Test
    void aFewSendersWithManyTextsAreToldAndStopNobody() {
        known(61, Duration.ofMillis(500));
        assertThat(flood.isOn(now)).isTrue();
        assertThat(flood.cause()).contains(Hold.Cause.SCRIPT);
        assertThat(flood.stops(now)).isFalse();
    }

    @Test
    void manyPeopleWithOneTextEachAreSeenEarlier() {
        strangers(10, Duration.ofSeconds(1));
        assertThat(flood.isOn(now)).isFalse();
        strangers(1, Duration.ZERO);
        assertThat(flood.cause()).contains(Hold.Cause.BOTNET);
    }

    @Test
    void aFloodThatStopsReplacesOneThatDoesNot() {
        known(61, Duration.ofMillis(100));
        Instant since = flood.since();
        strangers(21, Duration.ofMillis(100));
        assertThat(flood.stops(now)).isTrue();
        assertThat(flood.since()).isAfter(since);
    }

    @Test
    void itEndsByItselfOnceItWasCalmForLongEnough() {
        strangers(40, Duration.ofSeconds(1));
        assertThat(flood.isOn(now.plus(Duration.ofMinutes(14)))).isTrue();
        assertThat(flood.isOn(now.plus(Duration.ofMinutes(16)))).isFalse();
    }

    @Test
    void itGoesOnWhileMoreThanHalfOfTheRateComes() {
        strangers(40, Duration.ofSeconds(1));
        strangers(120, Duration.ofSeconds(5));
        assertThat(flood.isOn(now.plus(Duration.ofMinutes(14)))).isTrue();
        now = now.plus(Duration.ofMinutes(2));
        Instant until = flood.until();
        strangers(30, Duration.ofSeconds(30));
        assertThat(flood.until()).isEqualTo(until);
        assertThat(flood.isOn(now)).isFalse();
    }

    @Test
    void aBusyLineIsComparedWithItsOwnPast() {
        for (int day = 0; day < 5; day++) {
            strangers(10, Duration.ofMillis(100));
            known(12, Duration.ofMillis(100));
            now = now.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
        }
        strangers(49, Duration.ofMillis(100));
        assertThat(flood.stops(now)).as("five times ten are usual").isTrue();
        assertThat(flood.cause()).contains(Hold.Cause.BOTNET);
    }

    @Test
    void ofAFloodNothingIsLearnt() {
        strangers(500, Duration.ofMillis(10));
        assertThat(flood.usual().newcomersToday()).isLessThanOrEqualTo(20);
    }

    @Test
    void daysWithoutATextCountAsQuiet() {
        strangers(5, Duration.ofMillis(10));
        now = now.plus(Duration.ofDays(20));
        strangers(1, Duration.ZERO);
        assertThat(flood.usual().pastNewcomers()).hasSize(Usual.DAYS).containsOnly(0);
    }

    @Test
    void whoLooksAwaySeesNothing() {
        for (int i = 0; i < 1_000; i++) {
            flood = flood.after(coming(true, Optional.empty()), FloodLimits.OFF, ZoneOffset.UTC);
        }
        assertThat(flood.isOn(now)).isFalse();
    }

    @Test
    void aClockThatGoesBackCountsInTheLatestMinute() {
        strangers(3, Duration.ZERO);
        now = now.minus(Duration.ofHours(1));
        strangers(3, Duration.ZERO);
        assertThat(flood.rates().newcomers()).isEqualTo(6);
    }

    @Test
    void theBreakerOpensForAnHourAndForgets() {
        Breaker breaker = Breaker.NONE.afterEnd(20, 6).at(NOON);
        assertThat(breaker.hold(NOON)).isEmpty();
        breaker = breaker.afterEnd(1, 1).at(NOON);
        assertThat(breaker.hold(NOON)).contains(Hold.until(Hold.Cause.UNDELIVERABLE, NOON.plus(Breaker.OPEN)));
        assertThat(breaker.hold(NOON.plus(Breaker.OPEN))).isEmpty();
        assertThat(breaker.at(NOON.plus(Breaker.OPEN)).hold(NOON.plus(Breaker.OPEN)))
                .isEmpty();
    }

    @Test
    void tooManyWishesForSilenceOpenItToo() {
        Breaker breaker = Breaker.NONE;
        for (int i = 0; i < 99; i++) {
            breaker = breaker.afterReply();
        }
        for (int i = 0; i < 4; i++) {
            breaker = breaker.afterStop();
        }
        assertThat(breaker.at(NOON).hold(NOON)).isEmpty();
        assertThat(breaker.afterStop().at(NOON).hold(NOON).map(Hold::cause)).contains(Hold.Cause.OPT_OUTS);
    }

    @Test
    void theLatestWeighsMost() {
        Breaker breaker = Breaker.NONE.afterEnd(400, 0).afterEnd(100, 100);
        assertThat(breaker.ended()).isEqualTo(300);
        assertThat(breaker.at(NOON).hold(NOON)).isPresent();
        for (int i = 0; i < 401; i++) {
            breaker = breaker.afterReply();
        }
        assertThat(breaker.replied()).isEqualTo(201);
    }

    private void strangers(int people, Duration between) {
        for (int i = 0; i < people; i++) {
            flood = flood.after(coming(true, Optional.empty()), LIMITS, ZoneOffset.UTC);
            now = now.plus(between);
        }
        now = now.minus(between);
    }

    /// Texts of one person who wrote a second ago.
    private void known(int texts, Duration between) {
        for (int i = 0; i < texts; i++) {
            flood = flood.after(coming(false, Optional.of(now.minusMillis(1))), LIMITS, ZoneOffset.UTC);
            now = now.plus(between);
        }
        now = now.minus(between);
    }

    private Flood.Coming coming(boolean newcomer, Optional<Instant> lastAt) {
        return new Flood.Coming(now, newcomer, lastAt);
    }
}
