package org.esquive.lab.faults;

import java.time.Duration;
import java.util.Locale;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;

/// F16 for one node: the process does not run for a while and knows nothing of it, as when its machine is suspended.
record Paused(Duration time) implements Fault {
    @Override
    public String number() {
        return "F16";
    }

    @Override
    public String what() {
        return "the process is stopped for " + time.toSeconds() + " s (SIGSTOP) and goes on";
    }

    @Override
    public void strike(Rig rig) throws InterruptedException {
        Node node = rig.start();
        var _ = rig.text(600, 5);
        var _ = rig.awaitAcknowledged(300);
        rig.history.fault("F16", true, "SIGSTOP");
        Process pause = node.pause(time);
        int _ = pause.waitFor();
        rig.history.fault("F16", false, "SIGCONT");
        Duration healed = rig.awaitAcknowledged(1);
        rig.expect(
                String.format(Locale.ROOT, "taken again %.1f s afterwards", healed.toMillis() / 1e3),
                healed.compareTo(Duration.ofSeconds(5)) < 0);
    }
}
