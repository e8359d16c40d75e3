package org.esquive.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the settings will not let a keeper do.
class LimitsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    @Test
    void nobodyCanBeAnsweredMoreThanFiveTimes() {
        assertThat(limits(5, MONTH, SIX_HOURS, MINUTE).textsPerSender()).isEqualTo(5);
        refuses(() -> limits(6, MONTH, SIX_HOURS, MINUTE));
        refuses(() -> limits(0, MONTH, SIX_HOURS, MINUTE));
    }

    @Test
    void everyLimitHasItsRange() {
        refuses(() -> limits(5, Duration.ofHours(23), SIX_HOURS, MINUTE));
        refuses(() -> limits(5, Duration.ofDays(366), SIX_HOURS, MINUTE));
        refuses(() -> limits(5, MONTH, Duration.ofSeconds(59), MINUTE));
        refuses(() -> limits(5, MONTH, Duration.ofDays(8), MINUTE));
        refuses(() -> limits(5, MONTH, SIX_HOURS, Duration.ofSeconds(-1)));
        refuses(() -> limits(5, MONTH, SIX_HOURS, Duration.ofHours(1).plusMillis(1)));
        refuses(() -> Caps.NONE.with(Cap.REPLIES_PER_DAY, -1));
        refuses(() -> Caps.NONE.with(Cap.REPLIES_PER_DAY, Caps.MOST + 1));
        refuses(() -> new Prices("EUR", Map.of("+33", -1L)));
        refuses(() -> new Prices("EUR", Map.of("+33", Prices.MOST + 1)));
        refuses(() -> new FloodLimits(-1, 60, 10, MINUTE, 0));
        refuses(() -> new FloodLimits(20, 60, 1_001, MINUTE, 0));
        refuses(() -> new FloodLimits(20, 60, 10, Duration.ofSeconds(59), 0));
        refuses(() -> new FloodLimits(20, 60, 10, MINUTE, 51));
        refuses(() -> new Quiet(LocalTime.of(7, 0), LocalTime.of(7, 0)));
    }

    @Test
    void capsOfAChannelLieOverThoseOfItsKind() {
        Caps own = Caps.NONE.with(Cap.REPLIES_PER_DAY, 1_000).with(Cap.RECIPIENTS_PER_MONTH, Caps.MOST);
        assertThat(own.laidOver(Caps.CONSUMER_SIM).most())
                .isEqualTo(Map.of(Cap.REPLIES_PER_MINUTE, 20L, Cap.REPLIES_PER_DAY, 1_000L));
    }

    @Test
    void theLongestBeginningOfANumberIsItsPrice() {
        Prices prices = new Prices("EUR", Map.of("+33", 76_270L, "+33700", 500_000L));
        assertThat(prices.of("+33639980001")).hasValue(76_270);
        assertThat(prices.of("+33700980001")).hasValue(500_000);
        assertThat(prices.of("+447700900123")).isEmpty();
        assertThat(Prices.NONE.of("+447700900123")).hasValue(0);
    }

    @Test
    void quietHoursEndInTheMorningOfTheLineAlsoWhenClocksChange() {
        Quiet night = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(end(night, "2026-11-02T20:59:59Z")).isEqualTo("2026-11-02T20:59:59Z");
        assertThat(end(night, "2026-11-02T21:00:00Z")).isEqualTo("2026-11-03T06:00:00Z");
        assertThat(end(night, "2026-11-03T05:59:59Z")).isEqualTo("2026-11-03T06:00:00Z");
        assertThat(end(night, "2026-11-03T06:00:00Z")).isEqualTo("2026-11-03T06:00:00Z");
        assertThat(end(night, "2026-10-24T22:30:00Z")).isEqualTo("2026-10-25T06:00:00Z");
        assertThat(end(night, "2026-03-28T23:30:00Z")).isEqualTo("2026-03-29T05:00:00Z");
        Quiet lunch = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(end(lunch, "2026-11-02T11:30:00Z")).isEqualTo("2026-11-02T13:00:00Z");
        assertThat(end(lunch, "2026-11-02T13:30:00Z")).isEqualTo("2026-11-02T13:30:00Z");
    }

    @Test
    void whatQuietHoursHoldBackIsSpreadAfterTheirEnd() {
        Quiet night = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));
        Timing timing = new Timing(Delay.USUAL, Optional.empty(), Optional.of(night));
        Instant evening = Instant.parse("2026-11-02T20:50:00Z");
        assertThat(timing.dueAt(evening, 0, PARIS)).isEqualTo("2026-11-03T06:00:00Z");
        assertThat(timing.dueAt(evening, 0.5, PARIS)).isEqualTo("2026-11-03T06:25:00Z");
        assertThat(timing.dueAt(Instant.parse("2026-11-02T12:00:00Z"), 0.5, PARIS))
                .isEqualTo("2026-11-02T12:45:00Z");
    }

    private static Instant end(Quiet quiet, String moment) {
        return quiet.endFor(Instant.parse(moment), PARIS);
    }

    private static Limits limits(int texts, Duration memory, Duration stale, Duration gap) {
        return new Limits(texts, memory, stale, gap, Caps.NONE, FloodLimits.USUAL);
    }

    @Test
    void aDelayIsPickedBetweenItsBounds() {
        assertThat(Delay.USUAL.pick(0)).isEqualTo(Duration.ofMinutes(20));
        assertThat(Delay.USUAL.pick(0.5)).isEqualTo(Duration.ofMinutes(45));
        assertThat(Delay.USUAL.pick(0.999_999)).isLessThan(Duration.ofMinutes(70));
        refuses(() -> new Delay(Duration.ofMinutes(2), Duration.ofMinutes(1)));
        refuses(() -> new Delay(Duration.ofMinutes(-2), Duration.ofMinutes(1)));
        refuses(() -> new Delay(Duration.ZERO, Duration.ofDays(1).plusMillis(1)));
    }

    @Test
    void aLadderHasOneToFiveRungs() {
        refuses(() -> new ReplyTexts(List.of(), "h", "s", "t"));
        refuses(() -> new ReplyTexts(List.of("1", "2", "3", "4", "5", "6"), "h", "s", "t"));
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(new Secret("hunter2")).hasToString("***").isEqualTo(new Secret("hunter2"));
    }

    private static void refuses(Runnable what) {
        assertThatIllegalArgumentException().isThrownBy(what::run).withMessageStartingWith("expected");
    }
}
