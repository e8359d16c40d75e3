package org.esquive.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.esquive.console.door.Brake.From;
import org.esquive.lab.Desk;
import org.esquive.lab.SteppingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Timetables of those who guess, and of the keeper who only mistyped.
class BrakeTest {
    private final SteppingClock clock = new SteppingClock(Desk.EVENING);
    private final Brake brake = new Brake(clock);

    @Test
    void anAddressHasTenAttemptsAndThenOneAMinute() {
        assertThat(admitted("198.51.100.7", 100)).isEqualTo(10);
        assertThat(brake.tryFrom(from("198.51.100.7"))).isEqualTo(Duration.ofMinutes(1));
        clock.step(Duration.ofSeconds(59));
        assertThat(admitted("198.51.100.7", 100)).isZero();
        clock.step(Duration.ofSeconds(1));
        assertThat(admitted("198.51.100.7", 100)).isEqualTo(1);
        clock.step(Duration.ofMinutes(5));
        assertThat(admitted("198.51.100.7", 100)).isEqualTo(5);
        clock.step(Duration.ofDays(1));
        assertThat(admitted("198.51.100.7", 100))
                .as("never more than ten at once")
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.%d, 20", "2001:db8:0:1::%d, 10", "2001:db8:0:%d::1, 20"})
    void aNeighbourhoodSharesItsAttempts(String address, int most) {
        int admitted = IntStream.rangeClosed(1, 9)
                .map(i -> admitted(address.formatted(i), 10))
                .sum();
        assertThat(admitted).isEqualTo(most);
    }

    @Test
    void everybodyUnknownTogetherHasFiftyAndThenSixAMinute() {
        int admitted = IntStream.range(0, 250)
                .map(i -> admitted("10.0." + i + ".1", 1))
                .sum();
        assertThat(admitted).isEqualTo(50);
        clock.step(Duration.ofMinutes(1));
        assertThat(IntStream.range(0, 250)
                        .map(i -> admitted("10.1." + i + ".1", 1))
                        .sum())
                .isEqualTo(6);
    }

    @Test
    void aBrowserThatWasLetInBeforeIsNotKeptOutByOthers() {
        int _ = IntStream.range(0, 250)
                .map(i -> admitted("10.0." + i + ".1", 1))
                .sum();
        From keeper = new From.Known("browser of ada 1");
        assertThat(brake.tryFrom(from("203.0.113.5"))).isPositive();
        for (int i = 0; i < 10; i++) {
            assertThat(brake.tryFrom(keeper)).isZero();
        }
        assertThat(brake.tryFrom(keeper)).as("if it was stolen").isEqualTo(Duration.ofMinutes(1));
        assertThat(brake.tryFrom(new From.Known("browser of ada 2"))).isZero();
    }

    @Test
    void whatSucceedsCostsNothing() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(brake.tryFrom(from("198.51.100.7"))).isZero();
            brake.forgive(from("198.51.100.7"));
        }
        assertThat(admitted("198.51.100.7", 100)).isEqualTo(10);
    }

    @Test
    void codesAreTriedFiveTimesAndThenOnceInTenMinutes() {
        From stranger = from("198.51.100.7");
        for (int i = 0; i < 5; i++) {
            assertThat(brake.tryCode(from("10.0.0." + i), "ada")).isZero();
        }
        assertThat(brake.tryCode(stranger, "ada")).isEqualTo(Duration.ofMinutes(10));
        assertThat(brake.tryCode(stranger, "nina")).isZero();
        assertThat(brake.tryCode(new From.Known("browser of ada 1"), "ada"))
                .as("the real one")
                .isZero();
        brake.forgiveCode(stranger, "ada");
        assertThat(brake.tryCode(stranger, "ada")).isZero();
    }

    @Test
    void aStormOfAddressesTakesNoMemory() {
        for (int second = 0; second < 3_600; second++) {
            clock.step(Duration.ofSeconds(1));
            for (int i = 0; i < 20; i++) {
                var _ = brake.tryFrom(from("10.%d.%d.%d".formatted(i, second / 256, second % 256)));
            }
        }
        assertThat(brake.remembered()).isLessThan(200);
        for (int i = 0; i < 3 * Brake.MOST; i++) {
            assertThat(brake.tryFrom(new From.Known("browser of ada " + i))).isZero();
        }
        assertThat(brake.remembered()).isLessThanOrEqualTo(Brake.MOST);
    }

    /// How many of so many attempts in a row are let through.
    private int admitted(String address, int attempts) {
        return (int) IntStream.range(0, attempts)
                .filter(_ -> brake.tryFrom(from(address)).isZero())
                .count();
    }

    private static From from(String address) {
        return new From.Unknown(InetAddress.ofLiteral(address));
    }
}
