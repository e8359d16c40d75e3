package org.esquive.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.esquive.ledger.postgres.Memory;
import org.jspecify.annotations.Nullable;

/// Which node the last run in a data folder was, in the file `node` there. The file is locked as long as a run lasts,
/// so what it says is of a run that is over; whoever cannot have the lock, or the file, is a node without a past.
final class LastRun implements Memory {
    private static final int LONGEST = 64;

    private final @Nullable FileChannel file;

    private LastRun(@Nullable FileChannel file) {
        this.file = file;
    }

    /// @param data the folder
    static LastRun in(Path data) {
        try {
            FileChannel file = FileChannel.open(
                    data.resolve("node"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new LastRun(isLocked(file) ? file : null);
        } catch (IOException unreadable) {
            return new LastRun(null);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            if (file.tryLock() != null) {
                return true;
            }
        } catch (OverlappingFileLockException held) {
            // By this process: it is a node already.
        }
        file.close();
        return false;
    }

    @Override
    public Optional<Run> last() {
        if (file == null) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
            int _ = file.read(bytes, 0);
            String[] words = US_ASCII.decode(bytes.flip()).toString().strip().split(" ", -1);
            return words.length == 2
                    ? Optional.of(new Run(Integer.parseInt(words[0]), UUID.fromString(words[1])))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void remember(Run run) {
        if (file == null) {
            return;
        }
        try {
            int written = file.write(ByteBuffer.wrap((run.number() + " " + run.id() + "\n").getBytes(US_ASCII)), 0);
            FileChannel _ = file.truncate(written);
        } catch (IOException unwritable) {
            // Then the next run waits for this one to be missed.
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException unlocked) {
            // The lock ends with the process.
        }
    }
}
