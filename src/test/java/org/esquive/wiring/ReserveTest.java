package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Texts wait while the disk is nearly full, and no longer.
class ReserveTest {
    private final AtomicLong free = new AtomicLong(100);
    private final AtomicLong steady = new AtomicLong();

    private void later() {
        var _ = steady.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void aNearlyFullDiskMakesTextsWaitUntilThereIsRoom() {
        Reserve reserve = new Reserve(50, free::get, steady::get);
        assertThat(reserve.isTouched()).isFalse();
        assertThat(reserve.trouble()).isEmpty();
        free.set(49);
        later();
        assertThat(reserve.isTouched()).isTrue();
        assertThat(reserve.trouble())
                .hasValueSatisfying(said -> assertThat(said).contains("nearly full", "Free some"));
        free.set(50);
        later();
        assertThat(reserve.isTouched()).isFalse();
    }

    @Test
    void theDiskIsNotAskedForEachText() {
        AtomicLong asked = new AtomicLong();
        Reserve reserve = new Reserve(
                50,
                () -> {
                    var _ = asked.incrementAndGet();
                    return 100;
                },
                steady::get);
        for (int text = 0; text < 1_000; text++) {
            assertThat(reserve.isTouched()).isFalse();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void noReserveIsNeverTouched() {
        Reserve reserve = new Reserve(0, () -> 0, steady::get);
        assertThat(reserve.isTouched()).isFalse();
    }
}
