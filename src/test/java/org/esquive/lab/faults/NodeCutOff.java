package org.esquive.lab.faults;

import java.time.Duration;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.postgres.Wire;

/// F16 for two nodes: the one that has the link hears nothing of the database for a while, nor the database of it; both
/// of them, and the link, stay alive.
record NodeCutOff(Duration time) implements Fault {
    private static final Duration LAST_WORDS = Duration.ofMillis(100);

    @Override
    public String number() {
        return "F16";
    }

    @Override
    public String what() {
        return "the node with the link is cut off from the database for " + time.toSeconds()
                + " s: its connections are silent";
    }

    @Override
    public void strike(Rig rig) {
        rig.script.delay(20, 20);
        Wire wire = rig.wires().getFirst();
        Node bound = rig.start(0);
        Node other = rig.start(1);
        var _ = rig.text(500, 6);
        var _ = rig.awaitAcknowledged(300);
        rig.history.fault("F7", true, "taken for gone");
        rig.history.fault(number(), true, "cut off");
        long at = System.nanoTime();
        wire.hush();
        Patience.pass(LAST_WORDS);
        TakeOver takeOver = TakeOver.of(rig, at).await();
        takeOver.tell();
        Patience.pass(Duration.ofNanos(Math.max(0, at + time.toNanos() - System.nanoTime())));
        wire.up();
        rig.history.fault(number(), false, "cut off");
        var _ = rig.awaitAcknowledged(100);
        rig.expect("both alive", bound.isAlive() && other.isAlive());
        rig.awaitRest();
        rig.expect("one link at the end", rig.smsc.links().size() == 1);
    }
}
