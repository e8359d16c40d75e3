package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.esquive.lab.Leases;
import org.junit.jupiter.api.Test;

/// What a node does because there are others.
class BesideTest {
    private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> looks = new LinkedBlockingQueue<>();

    @Test
    void aNodeThatWasDisplacedEndsOnceWithAStatusThatIsNotZero() throws Exception {
        Leases.Member node = new Leases().join();
        try (Beside beside = new Beside(() -> 1, node, statuses::add)) {
            beside.open();
            node.displace();
            node.displace();
            assertThat(statuses.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(Beside.DISPLACED)
                    .isNotZero();
        }
        assertThat(statuses).isEmpty();
    }

    @Test
    void itGoesOnLookingForSettingsAfterOnesThatCannotBeUsed() throws Exception {
        try (Beside beside = new Beside(this::look, new Leases().join(), statuses::add)) {
            beside.open();
            assertThat(looks.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(looks.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private int look() {
        looks.add(1);
        throw new IllegalStateException("version 2 of the settings cannot be used");
    }
}
