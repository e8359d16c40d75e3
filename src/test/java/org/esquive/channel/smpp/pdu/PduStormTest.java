package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.esquive.lab.PduStorm;
import org.junit.jupiter.api.Test;

class PduStormTest {
    @Test
    void nothingThatWentBadEscapesHangsOrGrows() {
        PduStorm.Figures figures = new PduStorm(2).run(100_000);
        assertThat(figures.mostBytes).isLessThanOrEqualTo(PduStorm.MOST_BYTES);
        assertThat(figures.whole).isPositive();
        assertThat(figures.malformed).isPositive();
        assertThat(figures.unknown).isPositive();
        assertThat(figures.fatal).isPositive();
        assertThat(figures.incomplete).isPositive();
    }
}
