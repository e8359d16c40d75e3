package org.esquive.lab.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.esquive.lab.faults.rig.Disk;
import org.esquive.lab.faults.rig.Dress;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// F3: each sync of the ledger takes long, as on a worn SD card or a disk that others use, and the program is killed
/// in the midst of it.
record SlowDisk(Duration sync) implements Fault {
    @Override
    public String number() {
        return "F3";
    }

    @Override
    public String what() {
        return "each sync takes " + sync.toMillis() + " ms more, and a kill -9 amid it";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return Fault.needsCompiler(machine);
    }

    @Override
    public void strike(Rig rig) {
        Disk disk = new Disk(rig.folder(), Machine.here());
        rig.wear(disk.dress());
        Node node = rig.start();
        var _ = rig.text(400, 5);
        var _ = rig.awaitAcknowledged(200);
        disk.slow(sync);
        rig.history.fault("F3", true, "slow");
        var latencies = rig.carrier.latenciesFromNow();
        Patience.pass(Duration.ofSeconds(4));
        rig.note(String.format(Locale.ROOT, "acknowledgement p99 meanwhile %.0f ms", latencies.millis(0.99)));
        rig.kill(node, "F1");
        disk.heal();
        rig.history.fault("F3", false, "slow");
        rig.wear(Dress.PLAIN);
        Node again = rig.start();
        rig.expect("alive afterwards", again.isAlive());
    }
}
