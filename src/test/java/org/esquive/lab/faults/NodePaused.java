package org.esquive.lab.faults;

import java.time.Duration;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.smsc.Link;
import org.esquive.lab.smsc.Script;

/// F16 for two nodes: the one that has the link does not run for so long that the other takes it for gone and goes on
/// with what it did; then it runs again and knows nothing of that.
///
/// @param carrierGivesUp whether the carrier closes the silent link meanwhile, and delivers over the other
record NodePaused(Duration time, boolean carrierGivesUp) implements Fault {
    private static final Duration LAST_WORDS = Duration.ofMillis(100);

    @Override
    public String number() {
        return "F16";
    }

    @Override
    public String what() {
        return "the node with the link is stopped for " + time.toSeconds() + " s (SIGSTOP) and goes on"
                + (carrierGivesUp ? "; the carrier closes its link meanwhile" : "");
    }

    @Override
    public void strike(Rig rig) throws InterruptedException {
        rig.script.delay(20, 20);
        Node bound = rig.start(0);
        Node other = rig.start(1);
        var _ = rig.text(500, 6);
        var _ = rig.awaitAcknowledged(300);
        // What it had on its way is given up, as if its link were lost.
        rig.history.fault("F7", true, "taken for gone");
        rig.history.fault(number(), true, "SIGSTOP");
        Link silent = rig.smsc.links().getFirst();
        long at = System.nanoTime();
        Process pause = bound.pause(time);
        Patience.pass(LAST_WORDS);
        TakeOver takeOver = TakeOver.of(rig, at);
        if (carrierGivesUp) {
            rig.history.fault("F7", true, "given up");
            silent.breakNow(Script.Break.CLOSE);
        }
        takeOver.await().tell();
        int _ = pause.waitFor();
        rig.history.fault(number(), false, "SIGCONT");
        var _ = rig.awaitAcknowledged(100);
        rig.expect("both alive", bound.isAlive() && other.isAlive());
        rig.awaitRest();
        rig.expect("one link at the end", rig.smsc.links().size() == 1);
    }
}
