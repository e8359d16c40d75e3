package org.esquive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Period;
import org.junit.jupiter.api.Test;

/// How much may be said, read as a timetable. The line lives in Paris.
class BudgetTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant EVENING = Instant.parse("2026-03-31T20:30:15Z");

    @Test
    void eachWindowEndsByTheClockAndCalendarOfTheLine() {
        assertThat(Windows.endOf(Period.MINUTE, EVENING, PARIS)).isEqualTo("2026-03-31T20:31:00Z");
        assertThat(Windows.endOf(Period.HOUR, EVENING, PARIS)).isEqualTo("2026-03-31T21:00:00Z");
        assertThat(Windows.endOf(Period.DAY, EVENING, PARIS)).isEqualTo("2026-03-31T22:00:00Z");
        assertThat(Windows.endOf(Period.MONTH, EVENING, PARIS)).isEqualTo("2026-03-31T22:00:00Z");
        assertThat(Windows.endOf(Period.DAY, Instant.parse("2026-10-25T10:00:00Z"), PARIS))
                .as("a day of 25 hours")
                .isEqualTo("2026-10-25T23:00:00Z");
    }

    @Test
    void aCapHoldsUntilItsWindowEnds() {
        Budget budget = budget(Caps.NONE.with(Cap.REPLIES_PER_MINUTE, 2));
        budget = budget.after(reply(), EVENING).after(reply(), EVENING);
        assertThat(budget.hold(reply(), EVENING.plusSeconds(44)))
                .contains(hold(Cap.REPLIES_PER_MINUTE, "2026-03-31T20:31:00Z"));
        assertThat(budget.holds(EVENING)).containsExactly(hold(Cap.REPLIES_PER_MINUTE, "2026-03-31T20:31:00Z"));
        assertThat(budget.hold(reply(), EVENING.plusSeconds(45))).isEmpty();
        assertThat(budget.holds(EVENING.plusSeconds(45))).isEmpty();
    }

    @Test
    void aClockThatGoesBackGetsNoNewAllowance() {
        Budget budget = budget(Caps.NONE.with(Cap.REPLIES_PER_DAY, 1)).after(reply(), EVENING);
        assertThat(budget.hold(reply(), EVENING.minus(Duration.ofDays(3)))).isPresent();
        assertThat(budget.hold(reply(), EVENING.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void somebodyAnsweredBeforeIsNoNewRecipientInTheSameWindow() {
        Budget budget = budget(Caps.NONE.with(Cap.RECIPIENTS_PER_DAY, 1)).after(reply(), EVENING);
        Instant later = EVENING.plusSeconds(60);
        assertThat(budget.hold(reply(), later)).isPresent();
        assertThat(budget.hold(again(EVENING), later)).isEmpty();
        assertThat(budget.hold(again(EVENING.minus(Duration.ofDays(1))), later)).isPresent();
        Budget strangers =
                budget(Caps.NONE.with(Cap.NEW_RECIPIENTS_PER_HOUR, 1)).after(reply(), EVENING);
        assertThat(strangers.hold(again(EVENING.minus(Duration.ofDays(20))), later))
                .isEmpty();
    }

    @Test
    void moneyIsCountedToTheMillionth() {
        Budget budget = budget(Caps.NONE.with(Cap.MONEY_PER_MONTH, 152_540));
        budget = budget.after(cost(76_270), EVENING);
        assertThat(budget.hold(cost(76_270), EVENING)).isEmpty();
        assertThat(budget.hold(cost(76_271), EVENING)).isPresent();
    }

    @Test
    void numbersThatBeginAlikeHaveADayOfTheirOwn() {
        Budget budget = budget(new Caps(Map.of(), Map.of("+336", 1, "+33639", 5)));
        budget = budget.after(reply(), EVENING);
        assertThat(budget.spending().byPrefix()).isEqualTo(Map.of("+336", 1, "+33639", 1));
        assertThat(budget.hold(reply(), EVENING).map(Hold::scope)).contains(Hold.Scope.PREFIX);
        assertThat(budget.hold(reply(), EVENING.plus(Duration.ofDays(1)))).isEmpty();
        Expense elsewhere = new Expense("+447700900123", 1, 0, Optional.empty());
        assertThat(budget.hold(elsewhere, EVENING)).isEmpty();
    }

    @Test
    void eightyOfAHundredAndTheLastAreToldOnce() {
        Budget budget = budget(Caps.NONE.with(Cap.REPLIES_PER_DAY, 10));
        StringBuilder told = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            Budget next = budget.after(reply(), EVENING);
            for (Budget.Crossing crossing : next.crossings(budget.spending(), EVENING)) {
                told.append(crossing.spent()).append(crossing.isEnd() ? " end " : " near ");
            }
            budget = next;
        }
        assertThat(told).hasToString("8 near 10 end ");
    }

    @Test
    void aSmallCapIsToldAtItsEndOnly() {
        Budget before = budget(Caps.NONE.with(Cap.REPLIES_PER_DAY, 1));
        assertThat(before.after(reply(), EVENING).crossings(before.spending(), EVENING))
                .singleElement()
                .satisfies(crossing -> assertThat(crossing.isEnd()).isTrue());
    }

    private static Hold hold(Cap cap, String until) {
        return new Hold(Hold.Scope.LINE, Hold.Cause.valueOf(cap.name()), Optional.of(Instant.parse(until)));
    }

    private static Budget budget(Caps caps) {
        return new Budget(Hold.Scope.LINE, caps, Spending.NONE, PARIS);
    }

    private static Expense reply() {
        return cost(0);
    }

    private static Expense again(Instant lastReply) {
        return new Expense("+33639980001", 1, 0, Optional.of(lastReply));
    }

    private static Expense cost(long money) {
        return new Expense("+33639980001", 1, money, Optional.empty());
    }
}
