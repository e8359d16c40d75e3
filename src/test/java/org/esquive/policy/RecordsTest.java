package org.esquive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.esquive.message.Country;
import org.junit.jupiter.api.Test;

/// What is remembered of senders and lines, and for how long.
class RecordsTest {
    private static final Instant LAST = Instant.parse("2026-03-02T20:00:00Z");
    private static final Duration MEMORY = Duration.ofDays(30);

    @Test
    void aSenderIsRememberedForThirtyDaysToTheMillisecondAndThenForgotten() {
        SenderRecord known = new SenderRecord(4, 3, Optional.of(LAST), false, false);
        assertThat(known.rememberedAt(LAST.plus(MEMORY), MEMORY)).isEqualTo(known);
        assertThat(known.rememberedAt(LAST.plus(MEMORY).plusMillis(1), MEMORY)).isEqualTo(SenderRecord.NEW);
    }

    @Test
    void aWishForSilenceOutlivesForgetting() {
        SenderRecord silent = new SenderRecord(4, 3, Optional.of(LAST), true, false);
        assertThat(silent.rememberedAt(LAST.plus(MEMORY.multipliedBy(9)), MEMORY))
                .isEqualTo(new SenderRecord(0, 0, Optional.empty(), true, false));
    }

    @Test
    void everyTextCountsAndOnlyAReplyCountsAsOne() {
        assertThat(SenderRecord.NEW.after(1, LAST)).isEqualTo(new SenderRecord(1, 1, Optional.of(LAST), false, true));
        assertThat(SenderRecord.NEW.after(0, LAST)).isEqualTo(new SenderRecord(1, 0, Optional.of(LAST), false, false));
        assertThat(new SenderRecord(1, 1, Optional.of(LAST), false, true)
                        .after(0, LAST)
                        .pending())
                .isTrue();
    }

    @Test
    void stopAndStartTakeEffectAndTheRestDoesNot() {
        SenderRecord open = new SenderRecord(2, 1, Optional.of(LAST), false, true);
        SenderRecord silent = new SenderRecord(2, 1, Optional.of(LAST), true, true);
        assertThat(open.heeding(Keyword.STOP)).isEqualTo(silent);
        assertThat(silent.heeding(Keyword.START)).isEqualTo(open);
        assertThat(silent.heeding(Keyword.HELP)).isEqualTo(silent);
        assertThat(open.heeding(Keyword.NONE)).isEqualTo(open);
    }

    @Test
    void aCountryWithoutAProfileIsAnsweredInItsLanguageIfItHasOne() {
        assertThat(Languages.of(new Country("MC"))).contains("fr");
        assertThat(Languages.of(new Country("NZ"))).contains("en");
        assertThat(Languages.of(new Country("LI"))).contains("de");
        assertThat(Languages.of(new Country("MX"))).contains("es");
        assertThat(Languages.of(new Country("SM"))).contains("it");
        assertThat(Languages.of(new Country("BR"))).contains("pt");
        assertThat(Languages.of(new Country("LU"))).isEmpty();
    }
}
