package org.esquive.lab.faults;

import java.time.Duration;
import org.esquive.lab.faults.rig.Dress;
import org.esquive.lab.faults.rig.LabProgram;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Offered;

/// F15: a text that a mistake of ours cannot store, whatever it is: the lab's ledger throws at it. Others must flow,
/// the process must live, and it must not come back for ever.
record Poison() implements Fault {
    private static final int TRIES = 3;

    @Override
    public String number() {
        return "F15";
    }

    @Override
    public String what() {
        return "a text that throws when it is stored, amid others, until the mistake is mended";
    }

    @Override
    public void strike(Rig rig) {
        rig.wear(Dress.PLAIN.and(LabProgram.POISON, "1"));
        Node node = rig.start();
        var _ = rig.text(100, 4);
        String sender = rig.crowd.newcomers(1).getFirst();
        String id = rig.crowd.id(Setup.LINE, sender);
        rig.history.fault("F15", true, "poison");
        rig.text(new Offered(id, Setup.LINE, sender, id + " " + LabProgram.POISON_WORD));
        var _ = rig.text(100, 4);
        boolean flow = Patience.comes(Duration.ofSeconds(60), () -> rig.carrier.open() <= 1);
        rig.expect("others flow", flow && node.isAlive());
        boolean aside = Patience.comes(Duration.ofSeconds(3), () -> rig.carrier.open() == 0);
        rig.expect(aside ? "set aside" : "refused again and again, not set aside after " + TRIES + " tries", aside);
        rig.stop(node);
        rig.wear(Dress.PLAIN);
        rig.history.fault("F15", false, "mended");
        var _ = rig.start();
    }
}
