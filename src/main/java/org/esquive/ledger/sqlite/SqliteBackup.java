package org.esquive.ledger.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.BackupFile;
import org.esquive.ledger.sql.Restored;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.LineId;

/// Copies of a ledger file: made while the program runs, and put back.
///
/// A copy is one moment of the ledger, however long it takes and whatever is written meanwhile; it holds nothing that
/// was wiped, for it is written anew row by row. The instance key is not in it.
public final class SqliteBackup {
    private static final String COPY = "vacuum into ?";

    private static final String WHOLE = "pragma integrity_check(1)";

    private static final String OURS = "select 1 from sqlite_schema where type = 'table' and name = 'text'";

    private static final String SEALED = "select number from text where number is not null limit 1";

    private static final int AT_ONCE = 1_000;

    /// What SQLite keeps beside a file.
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

    private SqliteBackup() {}

    /// Copies the ledger of a file, whether or not a program uses it, and checks the copy.
    ///
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    public static void make(Path ledger, BackupFile copy) {
        copy.write(part -> {
            try (Sql sql = new Sql(Storage.connectBeside(ledger))) {
                int _ = sql.change(COPY, part.toString());
            } catch (SQLException failure) {
                throw new Trouble(ledger).ofCopy(part, failure);
            }
            check(part, "The copy");
        });
    }

    /// Whether every page of a file is as it must be.
    private static void check(Path file, String what) {
        try (Sql sql = new Sql(Storage.connectBeside(file))) {
            boolean whole = sql.first(WHOLE, row -> row.getString(1)).orElse("").equals("ok");
            if (whole && sql.any(OURS)) {
                return;
            }
            throw new LedgerUnavailable(
                    what + " is damaged: " + (whole ? "it is no ledger." : "check the disk, and take another one."),
                    new IllegalStateException("integrity"));
        } catch (SQLException failure) {
            throw new LedgerUnavailable(what + " is damaged: check the disk, and take another one.", failure);
        }
    }

    /// Puts a copy in the place of a ledger. What was there is set aside under another name.
    ///
    /// @param replaces whether there may be a ledger already
    /// @return where the one that was there is now
    /// @throws LedgerUnavailable with a sentence that says why not and what to do; the ledger is as it was then
    public static Optional<Path> restore(BackupFile copy, Path ledger, boolean replaces, Keyring keyring, Instant now) {
        copy.mustBe(BackupFile.Kind.SQLITE);
        try (Storage.Claim _ = Storage.claim(ledger)) {
            if (!replaces && (Files.exists(ledger) || Files.exists(Storage.moved(ledger)))) {
                throw new FileAlreadyExistsException(ledger.toString());
            }
            Path part = ledger.resolveSibling(ledger.getFileName() + ".part");
            deleteAll(part);
            copyPrivately(copy.path(), part);
            check(part, "The backup " + copy.path());
            prepare(part, keyring, now);
            BackupFile.sync(part);
            Optional<Path> aside = Files.exists(ledger) ? Optional.of(setAside(ledger)) : Optional.empty();
            Path _ = Files.move(part, ledger, StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (FileAlreadyExistsException there) {
            throw new LedgerUnavailable(
                    "There is a ledger already, " + ledger + " or what was moved away from there: give --replace to put"
                            + " the backup in its place.",
                    there);
        } catch (IOException failure) {
            throw new LedgerUnavailable(
                    "The ledger " + ledger + " cannot be written: check the owner and the free space of its folder.",
                    failure);
        }
    }

    private static void copyPrivately(Path from, Path to) throws IOException {
        BackupFile.makePrivate(to);
        try (var source = Files.newInputStream(from);
                var target = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            long _ = source.transferTo(target);
        }
    }

    /// Brings the copy to the schema of this program, and makes it one that sends nothing twice.
    private static void prepare(Path part, Keyring keyring, Instant now) {
        try (Storage storage = Storage.open(part, Storage.Care.OFF);
                Sql sql = new Sql(storage.connectToWrite())) {
            refuseAnotherKey(sql, keyring);
            for (LineId line : Restored.lines(sql)) {
                while (Restored.giveUp(sql, keyring, line, now, AT_ONCE).size() == AT_ONCE) {
                    sql.commit();
                }
            }
            int _ = Restored.signOut(sql);
            sql.commit();
        } catch (SQLException failure) {
            throw new Trouble(part).of(failure);
        }
        deleteQuietly(part.resolveSibling(part.getFileName() + ".lock"));
    }

    private static void refuseAnotherKey(Sql sql, Keyring keyring) throws SQLException {
        Optional<byte[]> sealed = sql.first(SEALED, row -> row.getBytes(1));
        try {
            sealed.ifPresent(number -> {
                var _ = keyring.openNumber(number);
            });
        } catch (IllegalArgumentException other) {
            throw new LedgerUnavailable(
                    "The instance key is not the one of this backup: put the key file back that belongs to it.", other);
        }
    }

    /// The first free name of the kind `esquive.db.replaced-1`.
    private static Path setAside(Path ledger) throws IOException {
        int number = 1;
        while (Files.exists(aside(ledger, number, ""))) {
            number++;
        }
        for (String companion : COMPANIONS) {
            Path file = ledger.resolveSibling(ledger.getFileName() + companion);
            if (Files.exists(file)) {
                Path _ = Files.move(file, aside(ledger, number, companion));
            }
        }
        return aside(ledger, number, "");
    }

    private static Path aside(Path ledger, int number, String companion) {
        return ledger.resolveSibling(ledger.getFileName() + ".replaced-" + number + companion);
    }

    private static void deleteAll(Path file) {
        for (String companion : COMPANIONS) {
            deleteQuietly(file.resolveSibling(file.getFileName() + companion));
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            boolean _ = Files.deleteIfExists(file);
        } catch (IOException left) {
            // What cannot be deleted cannot be written either, which is told.
        }
    }
}
