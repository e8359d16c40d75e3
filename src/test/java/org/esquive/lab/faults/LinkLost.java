package org.esquive.lab.faults;

import java.util.Locale;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Script;

/// F7: the carrier loses the link in the middle of a window, several times.
record LinkLost(Script.Break how, int times) implements Fault {
    @Override
    public String number() {
        return "F7";
    }

    @Override
    public String what() {
        return "link lost amid the window, " + times + " times at most: "
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
        var _ = rig.text(700, 6);
        int broken = 0;
        while (broken < times && rig.carrier.open() > 0) {
            int binds = rig.smsc.binds();
            rig.history.fault("F7", true, how.name());
            rig.script.breakAfter(37 + 11 * broken, how);
            var _ = Patience.waitFor("another bind", () -> rig.smsc.binds() > binds || rig.carrier.open() == 0);
            rig.history.fault("F7", false, how.name());
            broken += rig.smsc.binds() > binds ? 1 : 0;
        }
        rig.expect("bound again " + broken + " times", broken > 0);
    }
}
