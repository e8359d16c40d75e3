package org.esquive.lab.faults;

import java.util.Locale;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Script;

/// F7: the carrier loses the link in the middle of a window, several times.
record LinkLost(Script.Break how, int times) implements Fault {
    /// New ones for each break, so that there are replies enough to break amid.
    private static final int PEOPLE = 200;

    @Override
    public String number() {
        return "F7";
    }

    @Override
    public String what() {
        return "link lost amid the window, " + times + " times: "
                + how.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// A half-open link is noticed by enquire_link before the answers are given up.
    @Override
    public Setup setup() {
        return Setup.USUAL.and("enquire-link", "5");
    }

    @Override
    public void strike(Rig rig) {
        var _ = rig.start();
        for (int time = 0; time < times; time++) {
            int binds = rig.smsc.binds();
            rig.history.fault("F7", true, how.name());
            rig.script.breakAfter(37 + 11 * time, how);
            var _ = rig.text(PEOPLE, 5);
            var _ = Patience.waitFor("another bind", () -> rig.smsc.binds() > binds || rig.carrier.open() == 0);
            rig.history.fault("F7", false, how.name());
        }
        rig.expect("bound again each time", rig.smsc.binds() > times);
    }
}
