package org.esquive.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.esquive.lab.checker.Verdict;
import org.esquive.lab.faults.rig.Build;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Target;
import org.springframework.util.FileSystemUtils;

/// Does one fault after the other to the program, each in a folder of its own.
///
/// @param folder where they are; what a fault that was kept left is removed
/// @param build how the program is started
/// @param seed of all chance
record Trial(Path folder, Target target, Build build, Machine machine, long seed) {

    /// Does one.
    Row of(Fault fault) throws IOException {
        Optional<String> missing = fault.missing(machine);
        if (missing.isPresent()) {
            return Row.leftOut(fault, missing.get());
        }
        Path own = Files.createTempDirectory(Files.createDirectories(folder), fault.number());
        long began = System.nanoTime();
        Row row;
        try (Rig rig = new Rig(own, new Rig.Plan(target, build, fault.setup(), seed))) {
            row = judged(fault, rig, began);
        }
        if (row.kept()) {
            boolean _ = FileSystemUtils.deleteRecursively(own);
        }
        return row;
    }

    private static Row judged(Fault fault, Rig rig, long began) {
        Optional<Verdict> verdict = Optional.empty();
        String trouble = "";
        try {
            fault.strike(rig);
            verdict = Optional.of(rig.verdict());
        } catch (Exception failure) {
            trouble = failure.getClass().getSimpleName() + " " + failure.getMessage();
            failure.printStackTrace();
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        return new Row(fault, verdict, rig.seen(), trouble, false, seconds);
    }
}
