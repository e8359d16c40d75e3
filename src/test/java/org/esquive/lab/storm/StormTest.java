package org.esquive.lab.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three kills under load; `bench/run storm` does fifty, and says how long the starts took, which is not judged here
/// because other tests may run beside.
@Tag("slow")
class StormTest {
    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNobodyIsAnsweredTwice() throws IOException, InterruptedException {
        Storm.Outcome outcome = Storm.run(folder, new Storm.Plan(3, 42, 2));
        assertThat(outcome.told()).contains("\"ok\":true");
        assertThat(outcome.status()).isZero();
    }
}
