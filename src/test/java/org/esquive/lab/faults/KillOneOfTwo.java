package org.esquive.lab.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.esquive.lab.faults.rig.Keeper;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// F1 for two nodes: kills the one that has the link, again and again while texts come; the other goes on with what it
/// did, and the killed one is started again. One of the kills is amid a rehearsal.
///
/// @param kills how many
/// @param takeOver how long the other may take to go on
/// @param spreading how long a change of the settings may take to reach it
record KillOneOfTwo(int kills, Duration takeOver, Duration spreading) implements Fault {
    private static final int PER_SECOND = 500;
    private static final int LONGEST_LIFE_MS = 900;
    private static final int PEOPLE_A_KILL = 150;
    private static final int TEXTS_OF_EACH = 8;
    private static final String REHEARSAL = "/console/rehearsal";

    @Override
    public String number() {
        return "F1";
    }

    @Override
    public String what() {
        return kills + " kills -9 of the one of two nodes that has the link, under " + PER_SECOND + " texts/s";
    }

    @Override
    public void strike(Rig rig) throws IOException, InterruptedException {
        SplittableRandom chance = new SplittableRandom(rig.seed());
        rig.carrier.offerPerSecond(PER_SECOND);
        // So that some replies are on their way at any moment.
        rig.script.delay(20, 20);
        Deque<Integer> inTurn = new ArrayDeque<>(List.of(0, 1));
        Node bound = rig.start(0);
        Node other = rig.start(1);
        Spreading.tell(rig, bound, other, spreading);
        List<TakeOver> all = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            var _ = rig.text(PEOPLE_A_KILL, TEXTS_OF_EACH);
            var _ = rig.awaitAcknowledged(100);
            Patience.pass(Duration.ofMillis(chance.nextInt(LONGEST_LIFE_MS)));
            if (kill == 1) {
                rehearse(rig, bound);
            }
            all.add(killed(rig, bound));
            int number = inTurn.remove();
            inTurn.add(number);
            bound = other;
            other = rig.start(number);
        }
        tell(rig, all);
    }

    private static TakeOver killed(Rig rig, Node node) {
        long at = System.nanoTime();
        rig.kill(node, "F1");
        var _ = Patience.waitFor("the link to break", () -> rig.smsc.links().isEmpty());
        return TakeOver.of(rig, at).await();
    }

    /// Starts one at a node, which is alive for it.
    private static void rehearse(Rig rig, Node node) throws IOException, InterruptedException {
        try (Keeper keeper = rig.signIn(node)) {
            keeper.press(node, REHEARSAL, REHEARSAL, "scenario=october-2017-long&line=demo&guard=ALL");
            rig.expect(
                    "one kill amid a rehearsal",
                    keeper.read(node, REHEARSAL)
                            .filter(page -> page.contains("data-running"))
                            .isPresent());
        }
    }

    private void tell(Rig rig, List<TakeOver> all) {
        double[] links = all.stream().mapToDouble(TakeOver::linkSeconds).toArray();
        double replies =
                all.stream().mapToDouble(TakeOver::repliesSeconds).max().orElse(0);
        int left = all.stream().mapToInt(TakeOver::left).sum();
        rig.expect(
                "the other node has the link and acknowledges "
                        + Arrays.stream(links)
                                .mapToObj(seconds -> String.format(Locale.ROOT, "%.1f", seconds))
                                .collect(Collectors.joining(", "))
                        + " s after a kill",
                Arrays.stream(links).allMatch(seconds -> seconds < takeOver.toSeconds()));
        rig.expect(
                String.format(
                        Locale.ROOT, "the %d replies on their way are settled %.1f s after it at most", left, replies),
                replies < takeOver.toSeconds());
    }
}
