package org.esquive.lab.faults.rig;

import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

/// A disk that misbehaves as it is told, for the files of the ledger alone: a small library in C that is put before
/// the C library of a node, see `src/test/c/disk.c`.
public final class Disk {
    private static final int NUMBERS = 8;

    private static final int WRITE_ERROR = 0;
    private static final int SYNC_ERROR = 1;
    private static final int SYNC_DELAY = 2;
    private static final int KILL_AT = 3;
    private static final int OPERATIONS = 4;

    private final Path library;
    private final Path control;
    private final Path log;
    private final MappedByteBuffer numbers;

    /// Why an operation fails, as Linux numbers it.
    public enum Trouble {
        /// The disk fails.
        EIO(5),
        /// There is no space left.
        ENOSPC(28),
        /// The file system was made read-only, as the kernel does when a disk fails.
        EROFS(30);

        private final int number;

        Trouble(int number) {
            this.number = number;
        }
    }

    /// @param folder where library, control and log are put
    /// @param machine which must have a C compiler
    public Disk(Path folder, Machine machine) {
        library = Library.compiled("disk", folder, machine);
        control = folder.resolve("disk.control");
        log = folder.resolve("disk.log");
        numbers = Library.control(control, NUMBERS * Integer.BYTES);
    }

    /// What a node wears to have this disk.
    public Dress dress() {
        return Dress.PLAIN.and("LD_PRELOAD", library.toString()).and("LAB_DISK_CONTROL", control.toString());
    }

    /// The same, and everything is written down for a [PowerCut].
    public Dress recorded() {
        return dress().and("LAB_DISK_LOG", log.toString());
    }

    Path log() {
        return log;
    }

    /// Every write fails from now on.
    public void refuseWrites(Trouble how) {
        numbers.putInt(WRITE_ERROR * Integer.BYTES, how.number);
    }

    /// Every sync fails from now on.
    public void refuseSyncs(Trouble how) {
        numbers.putInt(SYNC_ERROR * Integer.BYTES, how.number);
    }

    /// Every sync takes so much longer.
    public void slow(Duration by) {
        numbers.putInt(SYNC_DELAY * Integer.BYTES, Math.toIntExact(by.toMillis()));
    }

    /// The process is killed in the middle of its n-th operation, counted from now; 0 never.
    public void killAt(int operation) {
        numbers.putInt(OPERATIONS * Integer.BYTES, 0);
        numbers.putInt(KILL_AT * Integer.BYTES, operation);
    }

    /// Operations since [#killAt(int)].
    public int operations() {
        return numbers.getInt(OPERATIONS * Integer.BYTES);
    }

    /// All is well again.
    public void heal() {
        for (int number = 0; number < OPERATIONS; number++) {
            numbers.putInt(number * Integer.BYTES, 0);
        }
    }
}
