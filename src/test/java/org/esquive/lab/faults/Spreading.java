package org.esquive.lab.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.esquive.lab.faults.rig.Keeper;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// How long a change of the settings takes from one node to the other: a keeper stops all replies at one of them, and
/// lets them leave again.
final class Spreading {
    private static final int TIMES = 5;
    static final Duration PROMISED = Duration.ofSeconds(2);
    private static final String CONSOLE = "/console";
    private static final String STOP = "/console/panic";

    /// Asks whether replies should leave again; there only while they are stopped.
    private static final String RESUME = "/console/resume";

    private Spreading() {}

    /// @param within how long it may take
    static void tell(Rig rig, Node here, Node there, Duration within) throws IOException, InterruptedException {
        Duration longest = Duration.ZERO;
        try (Keeper keeper = rig.signIn(here)) {
            for (int i = 0; i < TIMES; i++) {
                keeper.press(here, CONSOLE, STOP, "");
                longest = longer(longest, arrives(keeper, there, true));
                keeper.press(here, RESUME, RESUME, "");
                longest = longer(longest, arrives(keeper, there, false));
            }
        }
        rig.expect(
                String.format(
                        Locale.ROOT,
                        "a change of the settings is in force at the other node after %.1f s at most",
                        longest.toMillis() / 1e3),
                longest.compareTo(within) < 0);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration arrives(Keeper keeper, Node there, boolean stopped) {
        return Patience.waitFor("the change", () -> isStopped(keeper, there) == stopped);
    }

    private static boolean isStopped(Keeper keeper, Node there) {
        try {
            return keeper.read(there, RESUME).isPresent();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
