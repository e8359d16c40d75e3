package org.esquive.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.esquive.lab.faults.rig.Disk;
import org.esquive.lab.faults.rig.Dress;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.PowerCut;
import org.esquive.lab.faults.rig.Rig;
import org.springframework.util.FileSystemUtils;

/// F2: the power fails while texts come. The process is killed, and the ledger becomes what was synced, with any
/// part of what was not; each cut is looked at in several of its legal states, and the program goes on from one of
/// them.
record PowerFails(int cuts, int states) implements Fault {
    private static final int LONGEST_LIFE_MS = 2_000;
    private static final int SHORTEST_LIFE_MS = 300;
    private static final int PER_SECOND = 1_000;

    @Override
    public String number() {
        return "F2";
    }

    @Override
    public String what() {
        return cuts + " power cuts under " + PER_SECOND
                + " texts/s: writes that were not synced are lost, kept or torn";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return Fault.needsCompiler(machine);
    }

    @Override
    public void strike(Rig rig) throws IOException, SQLException {
        Machine machine = Machine.here();
        SplittableRandom chance = new SplittableRandom(rig.seed());
        rig.carrier.offerPerSecond(PER_SECOND);
        var _ = rig.text(400 * (cuts + 1), 6);
        Tally tally = new Tally();
        for (int cut = 0; cut < cuts; cut++) {
            Path base = Files.createDirectories(rig.folder().resolve("base"));
            boolean _ = FileSystemUtils.deleteRecursively(base);
            FileSystemUtils.copyRecursively(rig.data(), base);
            Disk disk = new Disk(Files.createDirectories(rig.folder().resolve("disk" + cut)), machine);
            rig.wear(disk.recorded());
            Node node = rig.start();
            var _ = rig.awaitAcknowledged(1);
            Patience.pass(Duration.ofMillis(chance.nextInt(SHORTEST_LIFE_MS, LONGEST_LIFE_MS)));
            rig.kill(node, "F2");
            tally.look(rig, new PowerCut(base, disk), chance);
        }
        rig.wear(Dress.PLAIN);
        rig.expect(
                tally.looked + " states after " + cuts + " cuts, integrity_check ok in " + tally.sound,
                tally.sound == tally.looked);
        rig.expect("acknowledged and lost in any of them: " + tally.lost, tally.lost == 0);
        rig.expect("writes not yet safe at the cuts: " + tally.unsafe, tally.unsafe > 0);
    }

    /// What the states of all cuts were like.
    private final class Tally {
        private int looked;
        private int sound;
        private long lost;
        private long unsafe;

        void look(Rig rig, PowerCut cut, SplittableRandom chance) throws IOException, SQLException {
            unsafe += cut.unsafe();
            Path folder = rig.folder().resolve("state");
            Set<String> acknowledged = rig.carrier.acknowledgedIds();
            for (int state = 0; state < states; state++) {
                cut.leave(folder, chance.nextLong());
                judge(rig, folder.resolve("esquive.db"), acknowledged);
            }
            cut.leave(rig.data(), chance.nextLong());
        }

        private void judge(Rig rig, Path file, Set<String> acknowledged) throws IOException, SQLException {
            var words = rig.source().words();
            Set<String> there = new HashSet<>();
            looked++;
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery("pragma integrity_check")) {
                    sound += row.next() && row.getString(1).equals("ok") ? 1 : 0;
                }
                try (ResultSet row = statement.executeQuery("select id from text")) {
                    while (row.next()) {
                        there.add(words.get(row.getLong(1)));
                    }
                }
            }
            lost += acknowledged.stream().filter(id -> !there.contains(id)).count();
        }
    }
}
