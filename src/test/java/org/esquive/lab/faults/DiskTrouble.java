package org.esquive.lab.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.esquive.lab.faults.rig.Disk;
import org.esquive.lab.faults.rig.Dress;
import org.esquive.lab.faults.rig.Keeper;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// F3: the disk refuses the ledger's writes or syncs for a while, and is well again.
record DiskTrouble(Disk.Trouble how, boolean syncs) implements Fault {
    private static final Duration LASTS = Duration.ofSeconds(4);

    @Override
    public String number() {
        return "F3";
    }

    @Override
    public String what() {
        return "every " + (syncs ? "sync" : "write") + " of the ledger fails with " + how + " for " + LASTS.toSeconds()
                + " s";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return Fault.needsCompiler(machine);
    }

    @Override
    public void strike(Rig rig) throws Exception {
        Disk disk = new Disk(rig.folder(), Machine.here());
        rig.wear(disk.dress());
        Node node = rig.start();
        rig.wear(Dress.PLAIN);
        var _ = rig.text(600, 5);
        try (Keeper keeper = rig.signIn(node)) {
            var _ = rig.awaitAcknowledged(500);
            refuse(disk, true);
            rig.history.fault("F3", true, how.name());
            var _ = Patience.waitFor("a refusal", () -> rig.carrier.refusedForNow() > 0);
            Patience.pass(LASTS);
            rig.expect("console readable meanwhile", keeper.canRead("/console"));
            rig.expect("console says why", keeper.read("/console/alerts").isPresent());
            refuse(disk, false);
            rig.history.fault("F3", false, how.name());
        }
        Duration healed = rig.awaitAcknowledged(1);
        rig.expect(
                String.format(Locale.ROOT, "taken again %.1f s after it healed", healed.toMillis() / 1e3),
                healed.compareTo(Duration.ofSeconds(5)) < 0);
        refusals(rig);
    }

    private void refuse(Disk disk, boolean now) {
        if (!now) {
            disk.heal();
        } else if (syncs) {
            disk.refuseSyncs(how);
        } else {
            disk.refuseWrites(how);
        }
    }

    /// Notes how texts were refused so far.
    static void refusals(Rig rig) {
        rig.expect(
                rig.carrier.refusedForNow() + " refusals, all of them \"later\"",
                rig.carrier.refusedForNow() > 0 && rig.carrier.refusedForGood() == 0);
    }
}
