package org.esquive.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.lab.Drill;
import org.esquive.lab.Filling;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerInUse;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.sql.BackupFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of a ledger file, and the day on which one is needed.
class SqliteBackupTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("esquive.db");
    }

    private BackupFile copy() {
        return new BackupFile(folder.resolve("copy"));
    }

    private Optional<Path> restore(boolean replaces) {
        return SqliteBackup.restore(copy(), file(), replaces, Fixtures.keyring(), Desk.EVENING);
    }

    /// A ledger and its copy; the ledger is closed.
    private void fillAndCopy() {
        try (Desk desk = new Desk(new SqliteStore(file()))) {
            new Filling(desk, 1).fill(60);
            SqliteBackup.make(file(), copy());
        }
    }

    @Test
    void theDrill() throws IOException {
        Desk desk = new Desk(new SqliteStore(file()));
        Drill drill = new Drill(desk);
        drill.fill();
        drill.whileTextsComeIn(() -> SqliteBackup.make(file(), copy()));
        drill.goOn();
        desk.close();
        Files.delete(file());
        assertThat(restore(false)).isEmpty();
        try (Desk again = new Desk(new SqliteStore(file()))) {
            drill.judge(again);
        }
        assertThat(new SqliteStore(file()).query("pragma integrity_check")).containsExactly("ok");
    }

    @Test
    void aCopyIsForItsOwnerHoldsNothingWipedAndIsNeverOverwritten() throws IOException {
        fillAndCopy();
        assertThat(Files.getPosixFilePermissions(copy().path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String bytes = Files.readString(copy().path(), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .doesNotContain("3998000")
                .doesNotContain(new String(Fixtures.key(), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SqliteBackup.make(file(), copy())).hasMessageContaining("exists already");
        assertThat(folder.resolve("copy.part")).doesNotExist();
    }

    @Test
    void whatWaitedIsUnknownAfterwardsAndBrowsersSignInAgain() {
        fillAndCopy();
        assertThat(restore(true)).contains(folder.resolve("esquive.db.replaced-1"));
        try (Desk desk = new Desk(new SqliteStore(file()))) {
            assertThat(desk.ledger().nextDue(Fixtures.DEMO)).isEmpty();
            assertThat(desk.totals().states()).containsKey(ReplyState.UNKNOWN).doesNotContainKey(ReplyState.DUE);
            assertThat(desk.ledger().office().sessions().of("ada")).isEmpty();
            assertThat(desk.ledger().office().people().all()).hasSize(2);
            assertThat(desk.dump()).contains("restored from a backup; it may have left since");
        }
        assertThat(restore(true)).contains(folder.resolve("esquive.db.replaced-2"));
    }

    @Test
    void aLedgerThatIsThereOrInUseIsNotOverwritten() {
        fillAndCopy();
        assertThatThrownBy(() -> restore(false)).hasMessageContaining("give --replace");
        try (Desk _ = new Desk(new SqliteStore(file()))) {
            assertThatThrownBy(() -> restore(true)).isInstanceOf(LedgerInUse.class);
        }
        byte[] other = Fixtures.key();
        other[0]++;
        assertThatThrownBy(() -> SqliteBackup.restore(copy(), file(), true, new Keyring(other), Desk.EVENING))
                .hasMessageContaining("The instance key is not the one of this backup");
        new SqliteStore(file()).open(Fixtures.keyring()).close();
    }

    @Test
    void whatIsNoBackupIsRefusedInOneSentence() throws IOException {
        fillAndCopy();
        for (String content : List.of("", "PGDMP and more", "hello", "SQLite format 3\0 and nothing more")) {
            Files.writeString(copy().path(), content);
            assertThatThrownBy(() -> restore(true))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("copy");
        }
        new SqliteStore(file()).open(Fixtures.keyring()).close();
    }
}
