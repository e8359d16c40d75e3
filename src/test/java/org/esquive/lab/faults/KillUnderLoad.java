package org.esquive.lab.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// F1: kills the program again and again while texts come, at instants that follow from the seed.
///
/// @param kills how many
/// @param start how long a start may take, to its first acknowledgement
record KillUnderLoad(int kills, Duration start) implements Fault {
    private static final int PER_SECOND = 2_000;
    private static final int LONGEST_LIFE_MS = 900;
    private static final int PEOPLE_A_KILL = 180;
    private static final int TEXTS_OF_EACH = 8;
    private static final int MOST_PEOPLE = 9_000;

    @Override
    public String number() {
        return "F1";
    }

    @Override
    public String what() {
        return kills + " kills -9 under " + PER_SECOND + " texts/s";
    }

    @Override
    public void strike(Rig rig) {
        SplittableRandom chance = new SplittableRandom(rig.seed());
        rig.carrier.offerPerSecond(PER_SECOND);
        var _ = rig.text(Math.min(MOST_PEOPLE, PEOPLE_A_KILL * (kills + 1)), TEXTS_OF_EACH);
        double slowest = 0;
        for (int kill = 0; kill < kills; kill++) {
            slowest = Math.max(slowest, liveAndDie(rig, chance.nextInt(LONGEST_LIFE_MS)));
        }
        rig.expect(
                String.format(Locale.ROOT, "first acknowledgement %.1f s after a start at most", slowest),
                slowest < start.toSeconds());
    }

    /// @return seconds from the start to the first acknowledgement
    private static double liveAndDie(Rig rig, int millis) {
        rig.carrier.forgetFirst();
        Node node = rig.start();
        var _ = Patience.waitFor(
                "a first acknowledgement", () -> rig.carrier.firstAckAt() != 0 || rig.carrier.open() == 0);
        double seconds = (rig.carrier.firstAckAt() - node.began()) / 1e9;
        Patience.pass(Duration.ofMillis(millis));
        rig.kill(node, "F1");
        return seconds;
    }
}
