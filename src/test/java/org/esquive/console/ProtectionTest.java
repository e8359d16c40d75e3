package org.esquive.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.esquive.policy.Budget;
import org.esquive.policy.Flood;
import org.esquive.policy.Hold;
import org.esquive.policy.Rates;
import org.esquive.policy.Spending;
import org.esquive.policy.Usual;
import org.esquive.policy.Windows;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a keeper reads of limits and floods.
class ProtectionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T20:30:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Times TIMES = new Times(InstantSource.fixed(NOW), PARIS);

    private static BudgetView bar(Cap cap, long spent, long most) {
        Spending spending = new Spending(Windows.at(NOW, PARIS), Map.of(cap, spent), Map.of());
        Budget budget = new Budget(Hold.Scope.LINE, Caps.NONE.with(cap, most), spending, PARIS);
        return BudgetView.of(budget, NOW, new BudgetView.Writing(Locale.ENGLISH, "EUR"))
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ''", "79, 39, ''", "160, 80, near", "199, 99, near", "200, 100, full", "999, 100, full"})
    void aBarWarnsFromFourFifthsOn(long spent, int percent, String tone) {
        BudgetView bar = bar(Cap.REPLIES_PER_DAY, spent, 200);
        assertThat(bar.percent()).isEqualTo(percent);
        assertThat(bar.tone()).isEqualTo(tone);
    }

    @Test
    void nothingOfNothingIsFull() {
        assertThat(bar(Cap.REPLIES_PER_DAY, 0, 0).tone()).isEqualTo("full");
    }

    @Test
    void amountsAreWrittenAsPeopleDo() {
        assertThat(bar(Cap.REPLIES_PER_MONTH, 1_234, 5_000).spent()).isEqualTo("1,234");
        BudgetView money = bar(Cap.MONEY_PER_DAY, 3 * Prices.MICROS + 70_000, 10 * Prices.MICROS);
        assertThat(money.spent()).isEqualTo("3.07\u00a0EUR");
        assertThat(money.most()).isEqualTo("10.00\u00a0EUR");
    }

    @Test
    void aLimitOnNumbersThatBeginAlikeHasItsBar() {
        Spending spending = new Spending(Windows.at(NOW, PARIS), Map.of(), Map.of("+3361", 4));
        Budget budget = new Budget(Hold.Scope.LINE, new Caps(Map.of(), Map.of("+3361", 5)), spending, PARIS);
        assertThat(BudgetView.of(budget, NOW, new BudgetView.Writing(Locale.ENGLISH, "EUR")))
                .containsExactly(new BudgetView("LINE", "REPLIES_PER_DAY", "+3361", "4", "5", 80, "near"));
    }

    @Test
    void aHoldSaysWhenItEndsInTheZoneOfTheLine() {
        HoldView today =
                HoldView.of(new Hold(Hold.Scope.LINE, Hold.Cause.NEWCOMERS, Optional.of(NOW.plusSeconds(900))), TIMES);
        assertThat(today).isEqualTo(new HoldView("NEWCOMERS", "LINE", "21:45", "flood", true));
        HoldView later = HoldView.of(
                new Hold(Hold.Scope.CHANNEL, Hold.Cause.MONEY_PER_MONTH, Optional.of(NOW.plusSeconds(2_600_000))),
                TIMES);
        assertThat(later.until()).isEqualTo("2026-04-02 00:43");
        HoldView keeper = HoldView.of(new Hold(Hold.Scope.LINE, Hold.Cause.PANIC, Optional.empty()), TIMES);
        assertThat(keeper.until()).isEmpty();
    }

    @Test
    void aFloodThatCostsNothingDoesNotPause() {
        Hold script = new Hold(Hold.Scope.LINE, Hold.Cause.SCRIPT, Optional.of(NOW.plusSeconds(900)));
        assertThat(HoldView.of(script, TIMES).pauses()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NEWCOMERS, 60, on", "TEXTS, 60, noticed", "NEWCOMERS, -1, calm"})
    void aFloodIsOnNoticedOrOver(Hold.Cause cause, long left, String state) {
        Flood flood =
                new Flood(Rates.NONE, Usual.NONE, Optional.of(cause), NOW.minusSeconds(600), NOW.plusSeconds(left));
        assertThat(ProtectionView.FloodView.of(flood, NOW, TIMES).state()).isEqualTo(state);
    }

    @Test
    void theRatesOfAMinuteThatIsOverFade() {
        Rates busy = new Rates(NOW.getEpochSecond() / 60, 40, 30, 20, 0, 0, 0);
        Flood flood = new Flood(busy, Usual.NONE, Optional.empty(), Instant.EPOCH, Instant.EPOCH);
        assertThat(ProtectionView.FloodView.of(flood, NOW, TIMES).texts()).isEqualTo(40);
        assertThat(ProtectionView.FloodView.of(flood, NOW.plusSeconds(90), TIMES))
                .extracting(ProtectionView.FloodView::texts, ProtectionView.FloodView::newcomers)
                .containsExactly(20L, 10L);
        assertThat(ProtectionView.FloodView.of(flood, NOW.plusSeconds(120), TIMES)
                        .texts())
                .isZero();
    }
}
