package org.esquive.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that cannot be a ledger is refused with a sentence that says what to do, and nothing in it is repaired.
class StorageTest {
    @TempDir
    Path folder;

    @Test
    void aPlaceThatCannotBeWrittenIsRefused() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("note"), "a file");
        refused(notAFolder.resolve("esquive.db"), "cannot be written", "name another place");
        refused(Files.createDirectory(folder.resolve("taken")), "cannot be written", "give the user");
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedAndLeftAsItIs() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.db"), "this is no database ".repeat(1_000));
        refused(garbage, "damaged or no ledger", "restore the last backup");
        assertThat(Files.readString(garbage)).startsWith("this is no database");
    }

    @Test
    void aDamagedPageIsFoundAtStart() throws IOException {
        Path file = ledgerWithTexts();
        byte[] bytes = Files.readAllBytes(file);
        IntStream.range(8, bytes.length / 4096)
                .forEach(page -> Arrays.fill(bytes, page * 4096, page * 4096 + 200, (byte) 0x5a));
        Files.write(file, bytes);
        refused(file, "damaged", "restore the last backup");
    }

    @Test
    void aLedgerOfANewerProgramIsRefused() {
        Path file = ledgerWithTexts();
        new SqliteStore(file)
                .execute("insert into flyway_schema_history select 99, '99', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1");
        refused(file, "written by a newer Esquive", "install that version");
    }

    @Test
    void aLedgerIsCopiedBeforeItIsBroughtToAnotherSchema() throws IOException {
        Path file = folder.resolve("esquive.db");
        var _ = Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .locations("classpath:db/sqlite")
                .target("1")
                .load()
                .migrate();
        new SqliteStore(file).execute("insert into opt_out (line_id, person) values ('demo', x'01')");
        SqliteLedger.open(file, Fixtures.keyring()).close();
        Path copy = folder.resolve("esquive.db.before-upgrade-of-schema-1");
        assertThat(new SqliteStore(copy).query("select count(*) from opt_out")).containsExactly("1");
        assertThat(new SqliteStore(copy).query("select max(version) from flyway_schema_history"))
                .containsExactly("1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve(copy.getFileName() + ".part")).doesNotExist();
    }

    @Test
    void aLedgerInUseIsRefused() {
        Path file = folder.resolve("esquive.db");
        try (var first = SqliteLedger.open(file, Fixtures.keyring())) {
            refused(file, "in use by another Esquive", "stop that one");
            assertThat(first.figures().alerts(Fixtures.DEMO, 1)).isEmpty();
        }
        SqliteLedger.open(file, Fixtures.keyring()).close();
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        Path file = ledgerWithTexts();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFullDiskRefusesTheBatchWholeAndHealsWhenThereIsSpace() {
        Path file = folder.resolve("esquive.db");
        try (Storage storage = Storage.open(file, Storage.Care.FULL);
                Writer writer = new Writer(storage, () -> {}, () -> {})) {
            int _ = writer.write(sql -> sql.first("pragma max_page_count = 40", row -> row.getInt(1))
                    .orElseThrow());
            assertThatThrownBy(() -> writer.write(StorageTest::manyRows))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("is full: free some space");
            assertThat(new SqliteStore(file).query("select count(*) from opt_out"))
                    .containsExactly("0");
            assertThat(writer.write(StorageTest::manyRows)).isEqualTo(20_000);
        }
    }

    /// 2 is FULL: a commit returns after the fsync. Anything less and a power cut loses what was acknowledged.
    @Test
    void everyCommitIsOnTheDiskBeforeItReturns() {
        try (Storage storage = Storage.open(folder.resolve("esquive.db"), Storage.Care.FULL);
                Writer writer = new Writer(storage, () -> {}, () -> {})) {
            int synchronous = writer.write(
                    sql -> sql.first("pragma synchronous", row -> row.getInt(1)).orElseThrow());
            assertThat(synchronous).isEqualTo(2);
        }
    }

    /// A virtual thread that holds or awaits the turn may be kept from running by all that other virtual threads do.
    @Test
    void aVirtualThreadHasAnotherOneWriteForIt() throws InterruptedException {
        AtomicReference<Thread> wrote = new AtomicReference<>();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        try (Storage storage = Storage.open(folder.resolve("esquive.db"), Storage.Care.FULL);
                Writer writer = new Writer(storage, () -> {}, () -> {})) {
            Thread.ofVirtual()
                    .start(() -> {
                        wrote.set(writer.write(sql -> Thread.currentThread()));
                        failed.set(catchThrowable(() -> writer.write(sql -> sql.change("no such statement"))));
                    })
                    .join();
        }
        assertThat(wrote.get()).matches(thread -> !thread.isVirtual());
        assertThat(failed.get()).isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void closingMovesEverythingIntoOneFile() throws IOException {
        ledgerWithTexts();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("esquive.db", "esquive.db.lock");
        }
    }

    @Test
    void aWipedReplyHasLeftTheFile() throws IOException {
        Path file = folder.resolve("esquive.db");
        try (Desk desk = new Desk(new SqliteStore(file))) {
            desk.text(1, "slt");
            assertThat(read(folder)).contains("Reponse une");
            desk.sendAll();
        }
        assertThat(read(folder)).doesNotContain("Reponse une");
    }

    private static int manyRows(Sql sql) throws SQLException {
        for (int i = 0; i < 20_000; i++) {
            sql.pile(
                    "insert into opt_out (line_id, person) values (?, ?)", "demo", new byte[] {(byte) i, (byte) (i >> 8)
                    });
        }
        sql.flush("insert into opt_out (line_id, person) values (?, ?)");
        return sql.first("select count(*) from opt_out", row -> row.getInt(1)).orElseThrow();
    }

    private Path ledgerWithTexts() {
        Path file = folder.resolve("esquive.db");
        try (Desk desk = new Desk(new SqliteStore(file))) {
            List<Arrival> texts = IntStream.range(0, 1_000)
                    .<Arrival>mapToObj(sender -> desk.arrival(sender, "slt"))
                    .toList();
            assertThat(desk.commit(texts)).hasSize(1_000);
        }
        return file;
    }

    private static String read(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static void refused(Path file, String what, String whatToDo) {
        assertThatThrownBy(() -> SqliteLedger.open(file, Fixtures.keyring()))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining(what)
                .hasMessageContaining(whatToDo);
    }
}
