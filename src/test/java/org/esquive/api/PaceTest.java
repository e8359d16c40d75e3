package org.esquive.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Sixty requests of a token at once, then ten a second; another token is another matter.
class PaceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Pace pace = new Pace();

    private long taken(String token, Instant at, int asked) {
        return IntStream.range(0, asked)
                .filter(_ -> pace.take(token, at).isZero())
                .count();
    }

    @Test
    void sixtyAtOnceThenTenASecond() {
        assertThat(taken("a", NOON, 100)).isEqualTo(60);
        assertThat(taken("a", NOON.plusSeconds(1), 100)).isEqualTo(10);
        assertThat(taken("a", NOON.plusSeconds(3), 100)).isEqualTo(20);
        assertThat(taken("b", NOON.plusSeconds(3), 100)).isEqualTo(60);
        assertThat(taken("a", NOON.plusSeconds(600), 100)).isEqualTo(60);
    }

    @Test
    void whoeverIsRefusedIsToldToWaitLessThanASecond() {
        assertThat(taken("a", NOON, 60)).isEqualTo(60);
        assertThat(pace.take("a", NOON)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
