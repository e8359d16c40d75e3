package org.esquive.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.esquive.lab.Desk;
import org.esquive.lab.Drill;
import org.esquive.lab.Fixtures;
import org.esquive.lab.postgres.SharedPostgres;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.sql.BackupFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of a database, and the day on which one is needed.
@Tag("slow")
class PostgresBackupTest {
    @TempDir
    Path folder;

    private BackupFile copy() {
        return new BackupFile(folder.resolve("copy"));
    }

    private void restore(PostgresStore store, boolean replaces, Keyring keyring) {
        PostgresBackup.restore(copy(), store.access(), replaces, keyring, Desk.EVENING);
    }

    @Test
    void theDrill() throws IOException {
        Drill drill;
        try (PostgresStore store = new PostgresStore();
                Desk desk = new Desk(store)) {
            drill = new Drill(desk);
            drill.fill();
            drill.whileTextsComeIn(() -> PostgresBackup.make(store.access(), copy()));
            drill.goOn();
        }
        assertThat(Files.getPosixFilePermissions(copy().path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (PostgresStore other = new PostgresStore(SharedPostgres.server().createDatabase())) {
            restore(other, false, Fixtures.keyring());
            try (Desk again = new Desk(other)) {
                drill.judge(again);
                assertThat(other.query("select count(*) from reply_news")).isNotEqualTo(List.of("0"));
            }
        }
    }

    @Test
    void aDatabaseThatIsUsedOrFullIsNotOverwritten() {
        try (PostgresStore store = new PostgresStore()) {
            try (Desk desk = new Desk(store)) {
                desk.text(1, "slt");
                PostgresBackup.make(store.access(), copy());
                desk.text(2, "slt");
                assertThatThrownBy(() -> restore(store, true, Fixtures.keyring()))
                        .hasMessageContaining("Esquive runs on this database");
            }
            assertThatThrownBy(() -> restore(store, false, Fixtures.keyring())).hasMessageContaining("give --replace");
            assertThat(store.count("text")).isEqualTo(2);
            restore(store, true, Fixtures.keyring());
            assertThat(store.count("text")).isEqualTo(1);
            try (Desk desk = new Desk(store)) {
                assertThat(desk.claim()).isEmpty();
            }
        }
    }

    @Test
    void aRestoreThatIsInterruptedLeavesNoLedgerUntilItIsDoneAgain() {
        try (PostgresStore store = new PostgresStore()) {
            store.open(Fixtures.keyring()).close();
            PostgresBackup.make(store.access(), copy());
            byte[] other = Fixtures.key();
            other[0]++;
            assertThatThrownBy(() -> restore(store, true, new Keyring(other))).hasMessageContaining("instance key");
            assertThatThrownBy(() -> store.open(Fixtures.keyring()))
                    .hasMessageContaining("run esquive database restore --replace once more");
            assertThatThrownBy(() -> PostgresBackup.make(store.access(), new BackupFile(folder.resolve("other"))))
                    .hasMessageContaining("is not finished");
            restore(store, true, Fixtures.keyring());
            store.open(Fixtures.keyring()).close();
        }
    }
}
