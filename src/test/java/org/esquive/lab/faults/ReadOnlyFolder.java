package org.esquive.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;

/// F4: the folder of the ledger is read-only at the start: a disk that the kernel found faulty, or the wrong user.
record ReadOnlyFolder() implements Fault {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    @Override
    public String number() {
        return "F4";
    }

    @Override
    public String what() {
        return "the folder of the data is read-only at the start";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return machine.mayMount() ? Optional.empty() : Optional.of("needs root, to mount a disk and make it read-only");
    }

    @Override
    public void strike(Rig rig) throws IOException {
        DiskFull.mount(rig, "64m");
        Node node = rig.start();
        var _ = rig.text(100, 4);
        rig.awaitRest();
        rig.stop(node);
        rig.history.fault("F4", true, "read-only");
        remount(rig.data(), "ro");
        Node refused = rig.launch(0);
        Optional<String> sentence = refused.refusal(ANSWER);
        rig.expect(
                sentence.map(said -> "refuses in a sentence: \"" + said.replace(rig.data() + "/", "") + "\"")
                        .orElse("starts, or says more than a sentence: " + refused.lastLine()),
                sentence.isPresent());
        if (refused.isAlive()) {
            rig.stop(refused);
        } else {
            rig.gone(refused);
        }
        remount(rig.data(), "rw");
        rig.history.fault("F4", false, "read-only");
        var _ = rig.start();
        var _ = rig.text(50, 2);
        rig.expect("writable again", Files.isWritable(rig.data()));
    }

    private static void remount(Path folder, String how) {
        if (!Machine.run(List.of("mount", "-o", "remount," + how, folder.toString()))) {
            throw new IllegalStateException("cannot be made " + how);
        }
    }
}
