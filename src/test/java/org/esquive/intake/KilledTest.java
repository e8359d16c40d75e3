package org.esquive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.esquive.lab.Acknowledging;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that takes texts, and asks what it acknowledged.
@Tag("slow")
class KilledTest {
    private static final int ACKNOWLEDGED = 5_000;
    private static final int SENDERS = 50;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNobodyIsAnsweredASixthTime() throws IOException, InterruptedException {
        Path file = folder.resolve("esquive.db");
        List<String> acknowledged = killAfter(file);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        InstantSource clock = InstantSource.system();
        try (Ledger ledger = SqliteLedger.open(file, Fixtures.keyring());
                Intake intake = new Intake(
                        ledger,
                        Fixtures.keyring(),
                        () -> Fixtures.rulebook(Fixtures.demo(1_000_000)),
                        clock,
                        new Random(2),
                        new Ids(clock, 1))) {
            for (String key : acknowledged) {
                int sender = Integer.parseInt(key.substring(5)) % SENDERS;
                assertThat(intake.commit(List.of(Acknowledging.Texts.keyed(sender, key))))
                        .as("network delivers %s again", key)
                        .hasOnlyElementsOfType(Outcome.Repeated.class);
            }
            Figures.Totals totals = ledger.figures()
                    .totals(Fixtures.DEMO, Instant.EPOCH, clock.instant().plusSeconds(3_600));
            assertThat(totals.texts()).isGreaterThanOrEqualTo(acknowledged.size());
            assertThat(totals.replies()).isBetween(1L, 5L * SENDERS);
        }
    }

    private static List<String> killAfter(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String key = out.readLine(); key != null; key = out.readLine()) {
                acknowledged.add(key);
                if (acknowledged.size() == ACKNOWLEDGED) {
                    boolean _ = process.toHandle().destroyForcibly();
                }
            }
        } finally {
            boolean _ = process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor()).isNotZero();
        acknowledged.removeIf(key -> !key.matches("text-\\d+"));
        return acknowledged;
    }
}
