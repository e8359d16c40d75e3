package org.esquive.lab.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.esquive.lab.faults.rig.Keeper;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.postgres.PostgresServer;

/// F5: the database is away for a while amid the texts, and comes back.
///
/// @param lasts how long it is away
record DatabaseGone(How how, Duration lasts) implements Fault {
    /// In which way.
    enum How {
        STOPPED("is stopped"),
        KILLED("is killed (-9, all of its processes)"),
        PAUSED("stands still (SIGSTOP of all its processes)");

        private final String words;

        How(String words) {
            this.words = words;
        }
    }

    private static final Duration HEALS = Duration.ofSeconds(10);

    @Override
    public String number() {
        return "F5";
    }

    @Override
    public String what() {
        return "the database " + how.words + " for " + lasts.toSeconds() + " s amid the texts";
    }

    @Override
    public void strike(Rig rig) throws IOException, InterruptedException {
        List<Node> nodes = rig.startAll();
        var _ = rig.text(700, 6);
        try (Keeper keeper = rig.signIn(nodes.getFirst())) {
            boolean _ = keeper.canRead("/console");
            var _ = rig.awaitAcknowledged(500);
            for (Node _ : nodes) {
                rig.history.fault(number(), true, how.name());
            }
            PostgresServer server = rig.database().server();
            long until = System.nanoTime() + lasts.toNanos();
            takeAway(server);
            look(rig, keeper);
            Patience.pass(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            bringBack(server);
            rig.history.fault(number(), false, how.name());
        }
        Duration healed = rig.awaitAcknowledged(1);
        rig.expect(
                String.format(Locale.ROOT, "taken again %.1f s after it was back", healed.toMillis() / 1e3),
                healed.compareTo(HEALS) < 0);
        rig.expect(rig.carrier.refusedForNow() + " refusals, all of them \"later\"", rig.carrier.refusedForGood() == 0);
        rig.expect("alive", nodes.stream().allMatch(Node::isAlive));
    }

    private static void look(Rig rig, Keeper keeper) throws InterruptedException {
        long asked = System.nanoTime();
        boolean readable = keeper.canRead("/console");
        rig.expect(
                String.format(
                        Locale.ROOT,
                        "console %s meanwhile (%.1f s)",
                        readable ? "readable" : "not readable",
                        (System.nanoTime() - asked) / 1e9),
                readable);
    }

    private void takeAway(PostgresServer server) {
        switch (how) {
            case STOPPED -> server.stop();
            case KILLED -> server.kill();
            case PAUSED -> server.pause();
        }
    }

    private void bringBack(PostgresServer server) {
        switch (how) {
            case STOPPED, KILLED -> server.startAgain();
            case PAUSED -> server.resume();
        }
    }
}
