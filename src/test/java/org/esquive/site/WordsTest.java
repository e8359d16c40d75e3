package org.esquive.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.esquive.ledger.Figures;
import org.esquive.settings.Delay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the page says of times and figures: about, never exactly.
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S, seconds, 0",
        "PT2S, PT4S, seconds, 3",
        "PT2M, PT4M, minutes, 3",
        "PT20M, PT70M, minutes, 45",
        "PT30M, PT2H, minutes, 75",
        "PT1H, PT3H, hours, 2",
        "PT12H, PT24H, hours, 18"
    })
    void aDelayIsToldRoughly(Duration shortest, Duration longest, String unit, long amount) {
        assertThat(Wait.of(new Delay(shortest, longest))).isEqualTo(new Wait(unit, amount));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "9, 0, false", "10, 10, true", "47, 40, true", "26009, 26000, true"})
    void countsAreRoundedDownAndHiddenWhenFew(long texts, long shown, boolean isShown) {
        Counts counts = Counts.of(new Figures.Totals(texts, 0, 0, 0, 0, 0, Map.of(), Map.of()));
        assertThat(counts.texts()).isEqualTo(shown);
        assertThat(counts.shown()).isEqualTo(isShown);
    }

    @Test
    void nothingIsShownWhileTheLedgerCannotBeRead() {
        assertThat(Counts.HIDDEN.shown()).isFalse();
    }
}
