package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.esquive.ledger.postgres.Memory.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run in a data folder knows which node the last one was, and two at once are two nodes.
class LastRunTest {
    private static final Run THIRD = new Run(3, UUID.fromString("a3a4fd0e-8c1a-4f1c-9d6b-0a4f5be0c001"));
    private static final Run LAST = new Run(1_023, UUID.fromString("b3a4fd0e-8c1a-4f1c-9d6b-0a4f5be0c002"));

    @TempDir
    Path data;

    @Test
    void theNextRunKnowsTheLast() {
        try (LastRun first = LastRun.in(data)) {
            assertThat(first.last()).isEmpty();
            first.remember(LAST);
            first.remember(THIRD);
        }
        try (LastRun next = LastRun.in(data)) {
            assertThat(next.last()).contains(THIRD);
        }
    }

    @Test
    void aRunBesideAnotherHasNoPastAndChangesNone() {
        try (LastRun first = LastRun.in(data)) {
            first.remember(THIRD);
            try (LastRun beside = LastRun.in(data)) {
                assertThat(beside.last()).isEmpty();
                beside.remember(LAST);
            }
            assertThat(first.last()).contains(THIRD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "three a3a4fd0e-8c1a-4f1c-9d6b-0a4f5be0c001", "3 nobody", "1 2 3", "\u0000\u00ff"})
    void whatCannotBeReadIsNoPast(String words) throws IOException {
        Path _ = Files.writeString(data.resolve("node"), words);
        try (LastRun run = LastRun.in(data)) {
            assertThat(run.last()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNoPast() {
        try (LastRun run = LastRun.in(data.resolve("elsewhere"))) {
            run.remember(THIRD);
            assertThat(run.last()).isEmpty();
        }
    }
}
