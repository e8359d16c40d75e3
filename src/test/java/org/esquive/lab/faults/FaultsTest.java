package org.esquive.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.esquive.lab.faults.rig.Build;
import org.esquive.lab.faults.rig.Disk.Trouble;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Target;
import org.esquive.lab.smsc.Script.Break;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A handful of faults, done to the program as it was compiled last; `./esquive faults` does all of them to the
/// packaged
/// one. How long a start takes is not judged here, because other tests may run beside.
@Tag("slow")
class FaultsTest {
    private static final long SEED = 42;

    /// How quick it is, is measured elsewhere: a machine that runs tests may have other work.
    private static final Duration UNHURRIED = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private static Stream<Fault> faults() {
        return Stream.of(
                new KillUnderLoad(3, UNHURRIED),
                new DiskTrouble(Trouble.ENOSPC, false),
                new SlowDisk(Duration.ofMillis(200)),
                new LinkLost(Break.RESET, 2),
                new Twice(),
                new Poison());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyPromiseIsKept(Fault fault) throws IOException {
        isKept(new Target.Sqlite(), fault);
    }

    @Test
    void everyPromiseIsKeptWhenOneOfTwoNodesIsKilled() throws IOException {
        isKept(new Target.Postgres(2), new KillOneOfTwo(1, UNHURRIED, UNHURRIED));
    }

    private void isKept(Target target, Fault fault) throws IOException {
        Trial trial = new Trial(folder, target, Build.ofTheTests(), Machine.here(), SEED);
        Row row = trial.of(fault);
        assertThat(row.kept()).as("%s", row).isTrue();
    }
}
