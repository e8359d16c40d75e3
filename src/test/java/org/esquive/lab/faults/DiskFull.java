package org.esquive.lab.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.esquive.lab.faults.rig.Keeper;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// F3: the disk of the ledger fills up to the last byte while texts come, and there is room again.
record DiskFull(int megabytes) implements Fault {
    private static final Duration LASTS = Duration.ofSeconds(4);

    @Override
    public String number() {
        return "F3";
    }

    @Override
    public String what() {
        return "a disk of " + megabytes + " MB is filled to the last byte for " + LASTS.toSeconds() + " s";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return machine.mayMount() ? Optional.empty() : Optional.of("needs root, to mount a small disk");
    }

    @Override
    public void strike(Rig rig) throws Exception {
        mount(rig, megabytes + "m");
        Node node = rig.start();
        var _ = rig.text(600, 5);
        Path filler = rig.data().resolve("filler");
        try (Keeper keeper = Keeper.signIn(node)) {
            var _ = rig.awaitAcknowledged(500);
            rig.history.fault("F3", true, "full");
            fill(filler);
            var _ = Patience.waitFor("a refusal", () -> rig.carrier.refusedForNow() > 0);
            Patience.pass(LASTS);
            fill(filler);
            rig.expect("refused before the disk said so", !node.printed().contains("SQLITE_FULL"));
            rig.expect("console readable meanwhile", keeper.canRead("/console"));
            Files.delete(filler);
            rig.history.fault("F3", false, "room again");
        }
        Duration healed = rig.awaitAcknowledged(1);
        rig.expect(
                String.format(Locale.ROOT, "taken again %.1f s after there was room", healed.toMillis() / 1e3),
                healed.compareTo(Duration.ofSeconds(2)) < 0);
        DiskTrouble.refusals(rig);
    }

    /// A small disk under the folder of the data.
    static void mount(Rig rig, String size) {
        String folder = rig.data().toString();
        if (!Machine.run(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder))) {
            throw new IllegalStateException("a small disk cannot be mounted");
        }
        rig.atEnd(() -> {
            boolean _ = Machine.run(List.of("umount", "--lazy", folder));
        });
    }

    /// Writes until there is no byte left.
    private static void fill(Path filler) {
        byte[] bytes = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int kilobytes = 0; kilobytes < 1 << 20; kilobytes += 4) {
                out.write(bytes);
            }
            throw new IllegalStateException("the disk does not fill up");
        } catch (IOException full) {
            if (Files.notExists(filler)) {
                throw new UncheckedIOException(full);
            }
        }
    }
}
