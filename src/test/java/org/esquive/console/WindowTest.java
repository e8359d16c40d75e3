package org.esquive.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.esquive.console.Window.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A window on the past has as many steps as the line's own clock made.
class WindowTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, HOUR, 24",
        "2026-03-29, HOUR, 23",
        "2026-10-25, HOUR, 25",
        "2026-02-10, DAY, 28",
        "2028-02-10, DAY, 29",
        "2026-10-25, DAY, 31",
        "2026-10-25, MONTH, 24"
    })
    void aDayOfTwentyFiveHoursHasThem(LocalDate day, Unit unit, int steps) {
        Window window = Window.around(day, unit, PARIS);
        assertThat(window.bounds()).hasSize(steps + 1).isSorted();
        assertThat(window.bounds().getFirst())
                .isEqualTo(window.first().atStartOfDay(PARIS).toInstant());
    }

    @Test
    void windowsFollowOneAnother() {
        Window march = Window.around(LocalDate.of(2026, 3, 29), Unit.DAY, PARIS);
        assertThat(march.next().previous()).isEqualTo(march);
        assertThat(march.next().bounds().getFirst()).isEqualTo(march.bounds().getLast());
        assertThat(Window.asked(march.word(), Unit.DAY, PARIS)).contains(march);
        assertThat(Window.asked("<script>", Unit.DAY, PARIS)).isEmpty();
    }
}
