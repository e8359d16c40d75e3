package org.esquive.lab.faults;

import java.io.IOException;
import java.io.OutputStream;
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

    /// Less than the reserve, and enough for what is still written.
    private static final long LEFT = 8_000_000;

    private static final int MOST_BLOCKS = 1 << 18;

    @Override
    public String number() {
        return "F3";
    }

    @Override
    public String what() {
        return "a disk of " + megabytes + " MB fills up to the last byte and stays so for " + LASTS.toSeconds() + " s";
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
        try (Keeper keeper = rig.signIn(node)) {
            var _ = rig.awaitAcknowledged(500);
            rig.history.fault("F3", true, "full");
            fill(filler, rig.data(), LEFT);
            var _ = Patience.waitFor("a refusal", () -> rig.carrier.refusedForNow() > 0);
            Patience.pass(LASTS);
            rig.expect("refused before the disk was full", !node.printed().contains("SQLITE_FULL"));
            fill(filler, rig.data(), 0);
            Patience.pass(Duration.ofSeconds(1));
            rig.expect("console readable meanwhile", keeper.canRead("/console"));
            Files.delete(filler);
            rig.history.fault("F3", false, "room again");
        }
        Duration healed = rig.awaitAcknowledged(1);
        rig.expect(
                String.format(Locale.ROOT, "taken again %.1f s after there was room", healed.toMillis() / 1e3),
                healed.compareTo(Duration.ofSeconds(5)) < 0);
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

    /// Writes until so many bytes are left.
    private static void fill(Path filler, Path folder, long left) throws IOException {
        byte[] bytes = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int block = 0; block < MOST_BLOCKS && folder.toFile().getUsableSpace() > left; block++) {
                out.write(bytes);
            }
        } catch (IOException full) {
            if (left > 0) {
                throw full;
            }
        }
    }
}
