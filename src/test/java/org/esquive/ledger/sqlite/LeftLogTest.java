package org.esquive.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.LedgerUnavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log that a killed process left: taken whole, or not at all.
class LeftLogTest {
    private static final int TEXTS = 300;

    @TempDir
    Path folder;

    private Path file;

    /// The files as a kill leaves them: copied while the ledger is open.
    @BeforeEach
    void kill() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        file = killed.resolve("esquive.db");
        try (Desk desk = new Desk(new SqliteStore(open.resolve("esquive.db")))) {
            List<Arrival> texts = IntStream.range(0, TEXTS)
                    .<Arrival>mapToObj(sender -> desk.arrival(sender, "slt"))
                    .toList();
            for (Arrival text : texts) {
                assertThat(desk.commit(List.of(text))).hasSize(1);
            }
            for (String name : List.of("esquive.db", "esquive.db-wal", "esquive.db-shm")) {
                Files.copy(open.resolve(name), killed.resolve(name));
            }
        }
    }

    private Path log() {
        return file.resolveSibling("esquive.db-wal");
    }

    private void refused() throws IOException {
        byte[] before = Files.readAllBytes(log());
        assertThatThrownBy(() -> SqliteLedger.open(file, Fixtures.keyring()))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("is damaged, and texts are missing")
                .hasMessageContaining("restore the last backup");
        assertThat(Files.readAllBytes(log())).as("repairs nothing").isEqualTo(before);
    }

    private void opens() {
        SqliteLedger.open(file, Fixtures.keyring()).close();
    }

    @Test
    void aWholeLogIsTaken() {
        opens();
        assertThat(new SqliteStore(file).query("select count(*) from text")).containsExactly(String.valueOf(TEXTS));
    }

    @Test
    void aLogThatLostItsEndIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(log());
        Files.write(log(), Arrays.copyOf(whole, whole.length / 2));
        refused();
        Files.write(log(), Arrays.copyOf(whole, 20));
        refused();
    }

    @Test
    void aLogWithADamagedFrameIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(log());
        bytes[bytes.length / 3] ^= 1;
        Files.write(log(), bytes);
        refused();
    }

    /// Frames of a commit that was under way when the power failed.
    @Test
    void whatWasNeverCommittedMayBeMissing() throws IOException {
        byte[] bytes = Files.readAllBytes(log());
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 5_000);
        Arrays.fill(longer, bytes.length, longer.length, (byte) 0x5a);
        Files.write(log(), longer);
        opens();
    }

    @Test
    void nothingIsSaidWithoutAnIndexThatFits() throws IOException {
        byte[] whole = Files.readAllBytes(log());
        Files.write(log(), Arrays.copyOf(whole, whole.length / 2));
        Path index = file.resolveSibling("esquive.db-shm");
        byte[] torn = Files.readAllBytes(index);
        torn[60] ^= 1;
        Files.write(index, torn);
        assertThat(LeftLog.of(file))
                .satisfies(log -> assertThat(log.isDamaged()).isFalse());
        Files.delete(index);
        opens();
    }

    @Test
    void aLogThatIsGoneMayHaveBeenMovedIntoTheFile() throws IOException {
        Files.delete(log());
        opens();
    }
}
