package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.esquive.lab.Leases;
import org.junit.jupiter.api.Test;

/// How the links of a channel are spread over nodes that come and go.
class NodeBerthsTest {
    private final Leases leases = new Leases();
    private final List<Side> sides = new ArrayList<>();
    private long time;

    /// A node with its berths, and links that unbind at once.
    private record Side(Leases.Member node, NodeBerths berths, int links) {
        List<Integer> held() {
            return IntStream.range(0, links).filter(berths::holds).boxed().toList();
        }

        void turn() {
            List<Integer> held = held();
            IntStream.range(0, links).filter(link -> !held.contains(link)).forEach(berths::leave);
        }
    }

    private Side join(int links) {
        Leases.Member node = leases.join();
        Side side = new Side(node, new NodeBerths(node, "carrier", links, () -> time), links);
        sides.add(side);
        return side;
    }

    private void die(Side side) {
        side.node().die();
        sides.remove(side);
    }

    /// Time passes, and every side looks at its links.
    private void pass(int seconds) {
        for (int turn = 0; turn < seconds * 5; turn++) {
            time += NodeBerths.BEAT;
            sides.forEach(Side::turn);
        }
    }

    @Test
    void aNodeThatIsAloneHasThemAll() {
        Side alone = join(3);
        pass(1);
        assertThat(alone.held()).containsExactly(0, 1, 2);
    }

    @Test
    void aNodeThatComesGetsItsShare() {
        Side first = join(4);
        pass(1);
        Side second = join(4);
        pass(1);
        assertThat(first.held()).hasSize(2);
        assertThat(second.held()).hasSize(2).doesNotContainAnyElementsOf(first.held());
    }

    @Test
    void oneLinkIsHeldByOneNodeAndStays() {
        Side first = join(1);
        pass(1);
        Side second = join(1);
        pass(60);
        assertThat(first.held()).containsExactly(0);
        assertThat(second.held()).isEmpty();
        assertThat(second.berths().holder(0)).hasValue(first.node().number());
    }

    @Test
    void whatANodeLeftIsTakenByWhoeverIsThere() {
        Side first = join(2);
        Side second = join(2);
        pass(1);
        assertThat(second.held()).hasSize(1);
        die(first);
        pass(1);
        assertThat(second.held()).hasSize(2);
        assertThat(second.berths().holder(0)).isEmpty();
    }

    @Test
    void nodesThatStartTogetherDoNotWantTheSame() {
        Side first = join(2);
        Side second = join(2);
        pass(1);
        assertThat(first.held()).containsExactly(0);
        assertThat(second.held()).containsExactly(1);
    }

    @Test
    void whatNobodyElseTakesIsTakenAfterAWhile() {
        Side first = join(2);
        Leases.Member idle = leases.join();
        pass(1);
        assertThat(first.held()).hasSize(1);
        pass(6);
        assertThat(first.held()).hasSize(2);
        assertThat(idle.count()).isEqualTo(2);
    }

    @Test
    void aLinkThatCannotBeBoundHereIsTriedElsewhere() {
        Side cutOff = join(1);
        pass(1);
        Side other = join(1);
        cutOff.berths().pass(0);
        pass(1);
        assertThat(cutOff.held()).isEmpty();
        assertThat(other.held()).containsExactly(0);
    }

    @Test
    void aNodeThatIsAloneTriesOn() {
        Side alone = join(1);
        pass(1);
        alone.berths().pass(0);
        assertThat(alone.held()).containsExactly(0);
    }

    @Test
    void aChannelThatClosesLeavesThemAll() {
        Side first = join(2);
        pass(1);
        first.berths().close();
        Side second = join(2);
        pass(6);
        assertThat(first.held()).isEmpty();
        assertThat(second.held()).hasSize(2);
    }
}
