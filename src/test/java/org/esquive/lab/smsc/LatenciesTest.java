package org.esquive.lab.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Percentiles are those of what was recorded, to within the width of a class.
class LatenciesTest {

    @Test
    void percentilesAreThoseOfWhatWasRecorded() {
        Latencies latencies = new Latencies();
        for (long micros = 1; micros <= 100_000; micros++) {
            latencies.record(micros * 1_000);
        }
        assertThat(latencies.count()).isEqualTo(100_000);
        Percentage width = Percentage.withPercentage(3.2);
        assertThat(latencies.millis(0.5)).isCloseTo(50, width);
        assertThat(latencies.millis(0.99)).isCloseTo(99, width);
        assertThat(latencies.millis(1)).isCloseTo(100, width);
    }

    @Test
    void theShortestAndTheLongestHaveAClassToo() {
        Latencies latencies = new Latencies();
        latencies.record(-5);
        assertThat(latencies.millis(1)).isCloseTo(0, within(1e-9));
        latencies.record(Long.MAX_VALUE);
        assertThat(latencies.millis(1)).isGreaterThan(9e12 / 1.1);
        assertThat(new Latencies().millis(0.5)).isZero();
    }
}
