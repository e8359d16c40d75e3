package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.policy.Breaker;
import org.esquive.policy.Flood;
import org.esquive.policy.Hold;
import org.esquive.policy.Rates;
import org.esquive.policy.Spending;
import org.esquive.policy.Usual;
import org.esquive.policy.Windows;
import org.esquive.settings.Cap;
import org.junit.jupiter.api.Test;

/// Records come back from their columns as they were.
class RecordTextTest {
    private static final Instant NOW = Instant.parse("2026-03-02T20:00:00.123Z");

    @Test
    void aSpendingIsReadAsItWasWritten() {
        Spending spending = new Spending(
                new Windows(4, 3, 2, 1),
                Map.of(Cap.REPLIES_PER_DAY, 7L, Cap.MONEY_PER_MONTH, 152_540L),
                Map.of("+3361", 20, "+1", 3));
        String text = RecordText.of(spending);
        assertThat(text).isEqualTo("4 3 2 1 0 7 0 0 0 0 0 0 152540 +1=3,+3361=20");
        assertThat(RecordText.of(RecordText.spending(text))).isEqualTo(text);
        assertThat(RecordText.spending(RecordText.of(Spending.NONE)).byPrefix()).isEmpty();
    }

    @Test
    void aFloodIsReadAsItWasWritten() {
        Flood flood = new Flood(
                new Rates(9, 1, 2, 3, 4, 5, 6),
                new Usual(20_000, 7, 8, List.of(1, 2, 3), List.of()),
                Optional.of(Hold.Cause.OPT_OUTS),
                NOW,
                NOW.plusSeconds(900));
        assertThat(RecordText.flood(RecordText.of(flood))).isEqualTo(flood);
        assertThat(RecordText.flood(RecordText.of(Flood.NONE))).isEqualTo(Flood.NONE);
    }

    @Test
    void aBreakerIsReadAsItWasWritten() {
        Breaker breaker = new Breaker(1, 2, 3, 4, Optional.of(Hold.Cause.UNDELIVERABLE), NOW);
        assertThat(RecordText.breaker(RecordText.of(breaker))).isEqualTo(breaker);
        assertThat(RecordText.breaker(RecordText.of(Breaker.NONE))).isEqualTo(Breaker.NONE);
    }

    @Test
    void factsKeepTheirSpacesAndUnderscores() {
        Map<String, String> facts = Map.of("cause", "OPT_OUTS", "channel", "a b=c", "empty", "");
        assertThat(RecordText.facts(RecordText.of(facts))).isEqualTo(facts);
        assertThat(RecordText.facts("")).isEmpty();
    }
}
