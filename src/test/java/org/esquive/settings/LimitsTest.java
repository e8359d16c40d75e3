package org.esquive.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the settings will not let a keeper do.
class LimitsTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    @Test
    void nobodyCanBeAnsweredMoreThanFiveTimes() {
        assertThat(new Limits(5, MONTH, SIX_HOURS, 1).textsPerSender()).isEqualTo(5);
        refuses(() -> new Limits(6, MONTH, SIX_HOURS, 1));
        refuses(() -> new Limits(0, MONTH, SIX_HOURS, 1));
    }

    @Test
    void everyLimitHasItsRange() {
        refuses(() -> new Limits(5, Duration.ofHours(23), SIX_HOURS, 1));
        refuses(() -> new Limits(5, Duration.ofDays(366), SIX_HOURS, 1));
        refuses(() -> new Limits(5, MONTH, Duration.ofSeconds(59), 1));
        refuses(() -> new Limits(5, MONTH, Duration.ofDays(8), 1));
        refuses(() -> new Limits(5, MONTH, SIX_HOURS, -1));
        refuses(() -> new Limits(5, MONTH, SIX_HOURS, 1_000_001));
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
