package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.esquive.alert.Timepieces;
import org.esquive.lab.SteppingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A jump of the clock is believed after a day, a small one at once.
class DoubtingClockTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SteppingClock day = new SteppingClock(NOON);
    private final SteppingClock steady = new SteppingClock(Instant.EPOCH);
    private final DoubtingClock clock = new DoubtingClock(new Timepieces(day, steady));

    private void pass(Duration time) {
        day.step(time);
        steady.step(time);
    }

    @Test
    void itGoesWithTheMachine() {
        pass(Duration.ofDays(40));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600, -3_600, 1, -1})
    void aJumpOfAnHourIsBelievedAtOnce(long seconds) {
        day.step(Duration.ofSeconds(seconds));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    @ParameterizedTest
    @ValueSource(longs = {3_601, -3_601, 315_360_000, -3_456_000})
    void aLongerOneIsBelievedAfterADayOfRunning(long seconds) {
        day.step(Duration.ofSeconds(seconds));
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(DoubtingClock.DOUBT.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(DoubtingClock.DOUBT).minusSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    @Test
    void aClockThatIsPutRightWithinTheDayLeavesNoTrace() {
        day.step(Duration.ofDays(3_650));
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(Duration.ofHours(20));
        day.step(Duration.ofDays(-3_650));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(20))).isEqualTo(day.instant());
        pass(Duration.ofHours(10));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    @Test
    void eachJumpIsDoubtedForADayOfItsOwn() {
        day.step(Duration.ofDays(10));
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(Duration.ofHours(23));
        day.step(Duration.ofDays(10));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(23)));
        pass(Duration.ofHours(23));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(46)));
    }
}
