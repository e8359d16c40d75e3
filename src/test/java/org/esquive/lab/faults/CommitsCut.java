package org.esquive.lab.faults;

import java.time.Duration;
import java.util.List;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.postgres.Wire;

/// F5: the connection to the database breaks in the middle of one commit after the other, before the server heard of it
/// or before the program hears that it is kept; now and then all connections break at once.
///
/// @param times how many commits are cut
record CommitsCut(int times) implements Fault {
    private static final int ALL_EVERY = 5;
    private static final Duration AWAY = Duration.ofMillis(300);

    @Override
    public String number() {
        return "F5";
    }

    @Override
    public String what() {
        return times + " connections to the database are cut amid their commits, under load";
    }

    /// Each of two nodes has a link, and commits.
    @Override
    public Setup setup() {
        return Setup.USUAL.and("binds", "2");
    }

    @Override
    public void strike(Rig rig) {
        List<Wire> wires = rig.wires();
        List<Node> nodes = rig.startAll();
        var _ = rig.text(120 * times, 5);
        var _ = rig.awaitAcknowledged(100);
        int cut = 0;
        for (int i = 0; i < times && rig.carrier.open() > 0; i++) {
            Wire wire = wires.get(i % wires.size());
            rig.history.fault(number(), true, "cut");
            wire.cutNextCommit(i % 2 == 0 ? Wire.Cut.AFTER : Wire.Cut.BEFORE);
            var _ = Patience.waitFor("a commit", () -> wire.isCut() || rig.carrier.open() == 0);
            cut += wire.isCut() ? 1 : 0;
            if (i % ALL_EVERY == ALL_EVERY - 1) {
                wire.down();
                Patience.pass(AWAY);
                wire.up();
            }
            rig.history.fault(number(), false, "cut");
            var _ = rig.awaitAcknowledged(50);
        }
        rig.expect("commits cut: " + cut, cut > times / 2);
        rig.expect(rig.carrier.refusedForNow() + " refusals, all of them \"later\"", rig.carrier.refusedForGood() == 0);
        rig.expect("alive", nodes.stream().allMatch(Node::isAlive));
    }
}
