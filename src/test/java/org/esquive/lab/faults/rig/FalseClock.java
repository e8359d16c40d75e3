package org.esquive.lab.faults.rig;

import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

/// A clock of a node that tells the time it is told to, see `src/test/c/clock.c`. What counts time evenly goes on.
public final class FalseClock {
    private final Path library;
    private final Path control;
    private final MappedByteBuffer seconds;

    /// @param folder where library and control are put
    /// @param machine which must have a C compiler
    public FalseClock(Path folder, Machine machine) {
        library = Library.compiled("clock", folder, machine);
        control = folder.resolve("clock.control");
        seconds = Library.control(control, Long.BYTES);
    }

    /// What a node wears to have this clock.
    public Dress dress() {
        return Dress.PLAIN.and("LD_PRELOAD", library.toString()).and("LAB_CLOCK", control.toString());
    }

    /// How far it is ahead of the machine's from now on.
    public void ahead(Duration by) {
        seconds.putLong(0, by.toSeconds());
    }
}
