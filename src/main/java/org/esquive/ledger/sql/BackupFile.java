package org.esquive.ledger.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.esquive.ledger.LedgerUnavailable;

/// A file that holds a backup: readable by its owner only, and under its name only when it is whole.
///
/// @param path its name
public record BackupFile(Path path) {
    private static final int LONGEST_BEGINNING = 16;

    /// What may be in it.
    public enum Kind {
        SQLITE("SQLite format 3\0"),
        POSTGRES("PGDMP");

        private final String beginning;

        Kind(String beginning) {
            this.beginning = beginning;
        }
    }

    /// Fills the part of a file that has not its name yet.
    public interface Filling {
        void into(Path part);
    }

    /// Writes it. A file of that name is never overwritten.
    ///
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    public void write(Filling filling) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            if (Files.exists(path)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            boolean _ = Files.deleteIfExists(part);
            makePrivate(part);
            filling.into(part);
            sync(part);
            Path _ = Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException there) {
            throw new LedgerUnavailable(path + " exists already: name another file.", there);
        } catch (IOException failure) {
            throw new LedgerUnavailable(
                    path + " cannot be written: check the owner and the free space of its folder.", failure);
        } finally {
            deleteQuietly(part);
        }
    }

    /// An empty file that its owner alone may read.
    public static void makePrivate(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path _ = Files.createFile(file, owner);
    }

    /// Waits until the disk has a file.
    public static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            boolean _ = Files.deleteIfExists(part);
        } catch (IOException left) {
            // The next backup of that name deletes it.
        }
    }

    /// Refuses a file that holds something else.
    ///
    /// @throws LedgerUnavailable with a sentence that says so
    public void mustBe(Kind kind) {
        String beginning = beginning();
        if (beginning.startsWith(kind.beginning)) {
            return;
        }
        String sentence = beginning.startsWith(Kind.POSTGRES.beginning)
                ? " is a backup of a PostgreSQL database: name the database to restore with --database-url."
                : beginning.startsWith(Kind.SQLITE.beginning)
                        ? " is a backup of a SQLite ledger, and a database is named: restore it without"
                                + " ESQUIVE_DATABASE_URL, then run esquive database move."
                        : " is no backup that esquive database backup made.";
        throw new LedgerUnavailable(path + sentence, new IllegalStateException(kind.name()));
    }

    private String beginning() {
        try (InputStream content = Files.newInputStream(path)) {
            return new String(content.readNBytes(LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new LedgerUnavailable(path + " cannot be read: is the name right, and are you its owner?", failure);
        }
    }
}
