package org.esquive.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.lab.faults.rig.Disk;
import org.esquive.lab.faults.rig.Dress;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.flywaydb.core.Flyway;

/// F17: the program finds a ledger of the first schema and is killed while it brings it up to date, at one write
/// after the other; then it is let.
record KilledUpgrade(int kills) implements Fault {
    private static final String OLD = "1";

    @Override
    public String number() {
        return "F17";
    }

    @Override
    public String what() {
        return "killed " + kills + " times amid the upgrade of a ledger of the first schema";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return Fault.needsCompiler(machine);
    }

    @Override
    public void strike(Rig rig) throws IOException {
        oldLedger(rig.data().resolve("esquive.db"));
        Disk disk = new Disk(rig.folder(), Machine.here());
        rig.wear(disk.dress());
        int died = 0;
        for (int kill = 0; kill < kills; kill++) {
            disk.killAt(1 + kill * kill * 3);
            Node node = rig.launch(0);
            var _ = Patience.waitFor("its end", () -> !node.isAlive() || node.isReady());
            died += node.isAlive() ? 0 : 1;
            rig.kill(node, "F17");
        }
        disk.heal();
        rig.wear(Dress.PLAIN);
        rig.expect(String.format(Locale.ROOT, "died %d times before it was up to date", died), died > 1);
        Node node = rig.start();
        rig.expect("upgraded in the end", node.isReady());
        try (Stream<Path> files = Files.list(rig.data())) {
            String backup = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("esquive.db.before"))
                    .findFirst()
                    .orElse("");
            rig.expect("backup taken before: " + (backup.isEmpty() ? "none" : backup), !backup.isEmpty());
        }
        var _ = rig.text(50, 3);
    }

    private static void oldLedger(Path file) {
        var _ = Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .locations("classpath:db/sqlite")
                .target(OLD)
                .load()
                .migrate();
    }
}
