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
        var _ = rig.text(40 * times, 5);
        var _ = rig.awaitAcknowledged(100);
        int cut = 0;
        while (cut < times && rig.carrier.open() > 0) {
            cutNext(rig, wires, cut % 2 == 0 ? Wire.Cut.AFTER : Wire.Cut.BEFORE);
            var _ = Patience.waitFor("a commit", () -> wires.stream().anyMatch(Wire::isCut));
            cut++;
            if (cut % ALL_EVERY == 0) {
                wires.forEach(Wire::down);
                Patience.pass(AWAY);
                wires.forEach(Wire::up);
            }
            var _ = rig.awaitAcknowledged(50);
        }
        rig.expect("commits cut: " + cut, cut == times);
        rig.expect(rig.carrier.refusedForNow() + " refusals, all of them \"later\"", rig.carrier.refusedForGood() == 0);
        rig.expect("alive", nodes.stream().allMatch(Node::isAlive));
    }

    /// On each wire whose last cut was made: which node commits next nobody knows.
    private static void cutNext(Rig rig, List<Wire> wires, Wire.Cut how) {
        for (Wire wire : wires) {
            if (wire.isCut()) {
                rig.history.fault("F5", true, how.name());
                wire.cutNextCommit(how);
            }
        }
    }
}
