package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.esquive.lab.Fixtures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.postgres.PostgresLedger;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.Test;

/// What the process was told keeps its secrets when it is printed.
class EsquivePropertiesTest {
    @Test
    void anAddressThatIsNoneIsToldWithoutBeingRepeated() {
        var database =
                new EsquiveProperties.Database("postgres://u:hidden@db/esquive", "esquive", new Secret("hidden"));
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> PostgresLedger.visit(database.access(), Fixtures.keyring()))
                .withMessageContaining("ESQUIVE_DATABASE_URL")
                .withMessageNotContaining("hidden");
    }

    @Test
    void aDatabaseDoesNotPrintHowItIsReached() {
        var database = new EsquiveProperties.Database(
                "jdbc:postgresql://db/esquive?password=hidden", "esquive", new Secret("hidden"));
        assertThat(database.toString()).doesNotContain("hidden");
        assertThat(database.access().toString()).doesNotContain("hidden");
    }
}
