package org.esquive.lab.faults;

import java.time.Duration;
import java.util.Locale;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.smsc.Script;

/// F8: the carrier refuses replies, for a while or for good.
///
/// @param status of its answers
/// @param lasts zero for as long as the run lasts
record Refused(int status, Duration lasts) implements Fault {
    @Override
    public String number() {
        return "F8";
    }

    @Override
    public String what() {
        return String.format(
                Locale.ROOT,
                "replies refused with 0x%02x %s",
                status,
                lasts.isZero() ? "for good" : "for " + lasts.toSeconds() + " s, then taken, with receipts");
    }

    @Override
    public void strike(Rig rig) {
        rig.script.refuse(status, lasts.isZero() ? Script.FOR_EVER : lasts.toMillis());
        rig.script.receipts(Script.Receipts.TEXT, true, true);
        rig.history.fault("F8", true, "status " + status);
        var _ = rig.start();
        rig.script.refuse(status, lasts.isZero() ? Script.FOR_EVER : lasts.toMillis());
        var _ = rig.text(300, 4);
        rig.awaitRest();
        if (lasts.isZero()) {
            rig.note("submissions, each refused: " + rig.carrier.replies());
            return;
        }
        long delivered = States.count(rig, "DELIVERED");
        boolean _ = Patience.comes(Duration.ofSeconds(5), () -> States.count(rig, "SENT") == 0);
        rig.expect(
                "receipts matched: " + States.count(rig, "DELIVERED") + ", none missing",
                States.count(rig, "SENT") == 0 && delivered > 0);
    }
}
