package org.esquive.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.Figures;
import org.esquive.policy.Hold;
import org.esquive.settings.Delay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the page says of times and figures: about, never exactly.
class WordsTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T20:30:00Z");

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
    void textsOfFloodsAreCountedApart() {
        Counts counts = Counts.of(new Figures.Totals(1_025, 0, 20, 0, 999, 0, Map.of(), Map.of()));
        assertThat(counts).isEqualTo(new Counts(20, 20, 990));
    }

    @ParameterizedTest
    @CsvSource({
        "REPLIES_PER_DAY, PT3H29M, page.paused.time, 01:00",
        "NEWCOMERS, PT15M, page.paused.time, 21:45",
        "BOTNET, PT1M, page.paused.soon, ''",
        "UNDELIVERABLE, PT16M, page.paused.time, 22:00",
        "REPLIES_PER_MONTH, P29D, page.paused.day, 31 March",
        "PANIC, , page.muted, ''",
    })
    void aPauseIsToldRoughlyAndNeverWhy(Hold.Cause cause, Duration until, String key, String told) {
        Optional<Instant> end = Optional.ofNullable(until).map(EVENING::plus);
        assertThat(pause(new Hold(Hold.Scope.LINE, cause, end))).contains(new Pause(key, told));
    }

    @Test
    void thePauseThatEndsLastIsTold() {
        Hold day = new Hold(Hold.Scope.CHANNEL, Hold.Cause.MONEY_PER_DAY, Optional.of(EVENING.plusSeconds(9_000)));
        Hold hour = new Hold(Hold.Scope.LINE, Hold.Cause.OPT_OUTS, Optional.of(EVENING.plusSeconds(900)));
        assertThat(pause(hour, day)).contains(new Pause("page.paused.time", "00:00"));
        Hold panic = new Hold(Hold.Scope.LINE, Hold.Cause.PANIC, Optional.empty());
        assertThat(pause(hour, panic, day)).contains(new Pause("page.muted", ""));
    }

    @Test
    void whatDoesNotPauseOrIsOverInAMomentIsNotTold() {
        Hold texts = new Hold(Hold.Scope.LINE, Hold.Cause.TEXTS, Optional.of(EVENING.plusSeconds(900)));
        Hold minute = new Hold(Hold.Scope.LINE, Hold.Cause.REPLIES_PER_MINUTE, Optional.of(EVENING.plusSeconds(59)));
        assertThat(pause(texts, minute)).isEmpty();
        assertThat(pause()).isEmpty();
    }

    private static Optional<Pause> pause(Hold... holds) {
        return Pause.of(List.of(holds), EVENING, ZoneId.of("Europe/Paris"), Language.ENGLISH);
    }

    @Test
    void nothingIsShownWhileTheLedgerCannotBeRead() {
        assertThat(Counts.HIDDEN.shown()).isFalse();
    }
}
