package org.esquive.ledger.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.esquive.ledger.LedgerInUse;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.sql.Sql;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The file of the ledger: locked against a second Esquive, checked, brought to the schema of this program, and
/// opened the same way each time.
final class Storage implements AutoCloseable {
    /// A file up to this size is read whole and checked at every start; it takes half a second at most.
    private static final long CHECKED_AT_START = 128L << 20;

    /// What a connection keeps of the file in memory, in KiB.
    private static final int WRITER_CACHE = 32 << 10;

    private static final int READER_CACHE = 2 << 10;

    /// Pages of the write-ahead log before the writer itself moves them into the file, 256 MB: only in a long flood
    /// do [Checkpoints] not keep up.
    private static final int CHECKPOINT_PAGES = 64_000;

    /// How long a connection waits for another one, such as a backup.
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Path file;
    private final FileChannel lock;
    private final Trouble trouble;
    private final Care care;

    /// What a commit waits for.
    enum Care {
        /// For the disk: it survives a power cut.
        FULL,
        /// For nothing: it survives the process, and no more.
        OFF
    }

    /// What the name of a file ends with whose ledger was moved into a database of several nodes.
    static final String MOVED = ".moved";

    private Storage(Path file, FileChannel lock, Care care) {
        this.file = file;
        this.lock = lock;
        this.care = care;
        this.trouble = new Trouble(file);
    }

    /// Opens a file, or makes it.
    ///
    /// @throws LedgerUnavailable with a sentence that says why not and what to do
    static Storage open(Path file, Care care) {
        refuseIfMoved(file);
        Storage storage = new Storage(file, lock(file, true), care);
        try {
            storage.check();
            storage.migrate();
            return storage;
        } catch (SQLException failure) {
            storage.close();
            throw storage.trouble.of(failure);
        } catch (RuntimeException failure) {
            storage.close();
            throw failure;
        }
    }

    Trouble trouble() {
        return trouble;
    }

    Connection connectToWrite() throws SQLException {
        SQLiteConfig config = config(WRITER_CACHE);
        config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, care.name());
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "FAST");
        Connection connection = source(config).getConnection();
        execute(connection, "pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        connection.setAutoCommit(false);
        return connection;
    }

    /// A connection that moves the write-ahead log into the file, with the same care for the disk.
    Connection connectToCheckpoint() throws SQLException {
        SQLiteConfig config = config(READER_CACHE);
        config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, care.name());
        return source(config).getConnection();
    }

    Connection connectToRead() throws SQLException {
        Connection connection = source(config(READER_CACHE)).getConnection();
        execute(connection, "pragma query_only = true");
        return connection;
    }

    static void closeQuietly(Sql sql) {
        try {
            sql.close();
        } catch (SQLException broken) {
            // It was to be thrown away: what it held is rolled back when the file is opened next.
        }
    }

    /// Moves the write-ahead log into the file and gives the file up. Every connection must be closed before.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException released) {
            // The lock ends with the process at the latest.
        }
    }

    /// Where the ledger of a file is once it was moved.
    static Path moved(Path file) {
        return file.resolveSibling(file.getFileName() + MOVED);
    }

    /// A new file beside the one that was set aside would begin to count again at one.
    private static void refuseIfMoved(Path file) {
        if (Files.notExists(file) && Files.exists(moved(file))) {
            throw new LedgerUnavailable(
                    "The ledger " + file + " was moved into a database: set ESQUIVE_DATABASE_URL, or take the file "
                            + moved(file) + " back under its name if the database is not used any more.",
                    new IllegalStateException("moved"));
        }
    }

    /// A file that nobody else may open meanwhile, and that need not be there.
    interface Claim extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// Locks a file without opening it.
    ///
    /// @throws LedgerInUse if an Esquive uses it
    static Claim claim(Path file) {
        return lock(file, false)::close;
    }

    /// A connection to a file that another program may use, or that is no ledger yet.
    static Connection connectBeside(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY.toMillis());
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    /// @param makes whether the file is made if it is missing
    private static FileChannel lock(Path file, boolean makes) {
        Path name = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (makes) {
                keepFromOthers(file);
            }
            FileChannel lock = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw inUse(file, new IllegalStateException());
            }
            return lock;
        } catch (OverlappingFileLockException held) {
            throw inUse(file, held);
        } catch (IOException failure) {
            String sentence = "The ledger " + file
                    + " cannot be written: give the user who runs Esquive the file and its folder, or name another place.";
            throw new LedgerUnavailable(sentence, failure);
        }
    }

    /// The file is made readable by its owner alone; SQLite gives its companions the same rights.
    static void keepFromOthers(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.notExists(file)) {
            var owner = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        }
    }

    private static LedgerUnavailable inUse(Path file, Throwable cause) {
        return new LedgerInUse(
                "The ledger " + file
                        + " is in use by another Esquive: stop that one, or give this one a file of its own.",
                cause);
    }

    private void check() throws SQLException {
        checkLeftLog();
        try (Connection connection = source(config(READER_CACHE)).getConnection();
                Sql sql = new Sql(connection)) {
            String depth = isSmall() ? "pragma quick_check(1)" : "pragma schema_version";
            String found = sql.first(depth, row -> row.getString(1)).orElse("nothing");
            if (isSmall() && !found.equals("ok")) {
                throw trouble.of(
                        "The ledger " + file + " is damaged: move it away and restore the last backup.",
                        new IllegalStateException(found));
            }
        }
    }

    /// Before SQLite opens the file: it takes a log up to where it is damaged, and says nothing.
    private void checkLeftLog() {
        try {
            if (LeftLog.of(file).isDamaged()) {
                throw trouble.of(
                        "The log " + file + "-wal is damaged, and texts are missing from it: restore the last backup,"
                                + " or delete the log and its -shm to go on without them.",
                        new IllegalStateException("the log is shorter than it was"));
            }
        } catch (IOException unread) {
            throw trouble.of(
                    "The log " + file + "-wal cannot be read: give the user who runs Esquive the file.", unread);
        }
    }

    private boolean isSmall() {
        return file.toFile().length() <= CHECKED_AT_START;
    }

    private void migrate() {
        Flyway flyway = Flyway.configure(Storage.class.getClassLoader())
                .dataSource(source(config(READER_CACHE)))
                .locations("classpath:db/sqlite")
                .load();
        try {
            MigrationInfo current = flyway.info().current();
            if (current != null && !current.getState().isResolved()) {
                throw trouble.of(
                        "The ledger " + file + " was written by a newer Esquive: install that version or a later one.",
                        new IllegalStateException("schema " + current.getVersion()));
            }
            if (current != null && flyway.info().pending().length > 0) {
                copy(String.valueOf(current.getVersion()));
            }
            flyway.migrate();
        } catch (FlywayException failure) {
            throw trouble.of(
                    "The ledger " + file + " cannot be brought up to date: see the log for the cause.", failure);
        }
    }

    private void copy(String schema) {
        try (Connection connection = source(config(READER_CACHE)).getConnection();
                Sql sql = new Sql(connection)) {
            new UpgradeCopy(file).of(schema, sql);
        } catch (SQLException failure) {
            throw trouble.of(failure);
        }
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static SQLiteConfig config(int cache) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setCacheSize(-cache);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var once = connection.createStatement()) {
            boolean _ = once.execute(statement);
        }
    }
}
