package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.esquive.lab.Desk;
import org.junit.jupiter.api.Test;

/// What every ledger promises about the log of what keepers did.
interface AuditContract {
    Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    Desk desk();

    @Test
    default void deedsAreReadBackwardsAPageAtATime() {
        AuditLog log = desk().ledger().office().audit();
        log.append(MORNING, "ada", Deed.SIGNED_IN, "");
        log.append(MORNING.plusSeconds(60), "ada", Deed.SETTINGS_CHANGED, "version 2");
        log.append(MORNING.plusSeconds(30), "command", Deed.REPLIES_STOPPED, "");
        var latest = log.latest(Long.MAX_VALUE, 2);
        assertThat(latest)
                .as("in the order in which they were written, whatever the clock said")
                .extracting(AuditLog.Entry::deed)
                .containsExactly(Deed.REPLIES_STOPPED, Deed.SETTINGS_CHANGED);
        assertThat(log.latest(latest.getLast().place(), 2)).singleElement().satisfies(first -> {
            assertThat(first.who()).isEqualTo("ada");
            assertThat(first.at()).isEqualTo(MORNING);
            assertThat(first.deed()).isEqualTo(Deed.SIGNED_IN);
        });
    }
}
