package org.esquive.lab.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.esquive.lab.faults.rig.Flood;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.smsc.Latencies;

/// F11: a flood of requests at the public page and at the console's door, from one address and from two hundred,
/// while texts come in at a steady pace. The flood is made on the same machine, by a process that gives way to all
/// others: the processors of a real one are elsewhere.
record HttpFlood(Duration each) implements Fault {
    private static final int TEXTS_PER_SECOND = 300;
    private static final int MOST_PER_SECOND = 10_000;
    private static final int ADDRESSES = 200;
    private static final double AT_LEAST = 0.9;

    @Override
    public String number() {
        return "F11";
    }

    @Override
    public String what() {
        return "page and login flooded with up to " + MOST_PER_SECOND + " requests/s from 1 and from " + ADDRESSES
                + " addresses, " + TEXTS_PER_SECOND + " texts/s beside";
    }

    @Override
    public void strike(Rig rig) {
        Node node = rig.start();
        rig.carrier.offerPerSecond(TEXTS_PER_SECOND);
        var _ = rig.text(1_200, 6);
        var _ = rig.awaitAcknowledged(TEXTS_PER_SECOND);
        double usual = share(rig, () -> Patience.pass(each));
        List<URI> pages = List.of(node.page("/"), node.console("/login"));
        for (int addresses : new int[] {1, ADDRESSES}) {
            rig.history.fault("F11", true, addresses + " addresses");
            Latencies texts = rig.carrier.latenciesFromNow();
            AtomicLong requests = new AtomicLong();
            double share = share(rig, () -> requests.set(Flood.at(pages, addresses, MOST_PER_SECOND, each)));
            rig.history.fault("F11", false, "over");
            rig.expect(
                    String.format(
                            Locale.ROOT,
                            "%d address(es): %d requests/s answered, %.0f %% of the texts taken in time (before: %.0f %%),"
                                    + " p99 %.0f ms",
                            addresses,
                            requests.get() / each.toSeconds(),
                            100 * share,
                            100 * usual,
                            texts.millis(0.99)),
                    share >= AT_LEAST * usual || rig.carrier.open() == 0);
        }
        rig.carrier.offerPerSecond(2_000);
        rig.expect("alive", node.isAlive());
    }

    /// Which share of the texts offered meanwhile was taken, 1 at most.
    private static double share(Rig rig, Runnable meanwhile) {
        long before = rig.carrier.acknowledged();
        long began = System.nanoTime();
        meanwhile.run();
        double offered = TEXTS_PER_SECOND * (System.nanoTime() - began) / 1e9;
        return Math.min(1, (rig.carrier.acknowledged() - before) / offered);
    }
}
