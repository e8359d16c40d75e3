package org.esquive.lab.faults;

import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;

/// F7: the carrier no longer says that it is there.
record EnquiryUnanswered() implements Fault {
    @Override
    public String number() {
        return "F7";
    }

    @Override
    public String what() {
        return "enquire_link is left unanswered";
    }

    @Override
    public Setup setup() {
        return Setup.USUAL.and("enquire-link", "5");
    }

    @Override
    public void strike(Rig rig) {
        var _ = rig.start();
        var _ = rig.text(100, 3);
        rig.history.fault("F7", true, "mute");
        rig.script.mute(true);
        var _ = Patience.waitFor("another bind", () -> rig.smsc.binds() > 1);
        rig.script.mute(false);
        rig.history.fault("F7", false, "mute");
        var _ = rig.text(100, 3);
    }
}
