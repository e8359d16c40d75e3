package org.esquive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.SteppingClock;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Judge.Crowd;
import org.esquive.message.Inbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.junit.jupiter.api.Test;

/// Whose numbers lie beside each other.
class NeighbourhoodTest {
    private final SteppingClock clock = new SteppingClock(Desk.EVENING);
    private final Ids ids = new Ids(clock, 1);
    private final Neighbourhood neighbourhood = new Neighbourhood();

    @Test
    void newPeopleOfABlockOfAThousandAreCountedOnce() {
        assertThat(crowd("+33639980001", true).people()).isEqualTo(1);
        assertThat(crowd("+33639980999", true).people()).isEqualTo(2);
        assertThat(crowd("+33639980999", false).people()).isEqualTo(2);
        assertThat(crowd("+33639981000", true).people()).isEqualTo(1);
        assertThat(crowd("+33639980500", true).texts()).hasSize(3);
    }

    @Test
    void aBlockThatWasQuietForTenMinutesIsForgotten() {
        crowd("+33639980001", true);
        clock.step(Duration.ofMinutes(10));
        assertThat(crowd("+33639980002", true).people()).isEqualTo(2);
        clock.step(Duration.ofMinutes(10).plusMillis(1));
        assertThat(crowd("+33639980003", false).people()).isZero();
        assertThat(crowd("+33639980003", true).people()).isEqualTo(1);
    }

    @Test
    void knownPeopleAloneMakeNoBlock() {
        assertThat(crowd("+33639980001", false)).isEqualTo(Crowd.NOBODY);
    }

    @Test
    void aMillionBlocksTakeNoMoreThanTheMost() {
        for (int block = 0; block < 3 * Neighbourhood.MOST_BLOCKS; block++) {
            crowd("+3363998" + (1_000_000 + block * 1_000L), true);
        }
        assertThat(neighbourhood.blocks()).isEqualTo(Neighbourhood.MOST_BLOCKS);
    }

    private Crowd crowd(String number, boolean newcomer) {
        PhoneNumber from = new PhoneNumber(number);
        Inbound inbound = Inbound.text(Fixtures.DEMO, new Sender.Mobile(from, Fixtures.FRANCE), "slt");
        var text = Arrival.Text.of(ids.next(), inbound, Fixtures.keyring(), clock.instant());
        return neighbourhood.crowd(from, text, newcomer);
    }
}
