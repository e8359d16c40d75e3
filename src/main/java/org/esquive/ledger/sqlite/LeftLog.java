package org.esquive.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The write-ahead log that a killed process left, looked at before SQLite does.
///
/// SQLite reads such a log up to the first frame that is damaged and takes that for its end; what was committed
/// behind it would be lost without a word. How long the log was is in the index beside it, which a killed process
/// leaves, too: it never says more than was synced, whatever a power cut made of it. So a log that is shorter than
/// its own index says, or whose checksums break off earlier, was damaged. Where there is no index that fits, nothing
/// can be said.
///
/// The formats: <https://www.sqlite.org/walformat.html> and
/// <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>
/// (read November 2026).
///
/// @param log the file
/// @param index that of the same name with `-shm`
record LeftLog(Path log, Path index) {
    private static final int INDEX_HEADER = 48;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int SALTS_IN_LOG = 16;
    private static final int SALTS_IN_INDEX = 32;
    private static final int SALTS = 8;
    private static final int BIG_END_CHECKSUMS = 0x377f0683;

    /// That of a ledger.
    static LeftLog of(Path ledger) {
        String name = ledger.getFileName().toString();
        return new LeftLog(ledger.resolveSibling(name + "-wal"), ledger.resolveSibling(name + "-shm"));
    }

    /// Whether committed texts are missing from it.
    boolean isDamaged() throws IOException {
        if (!Files.exists(log) || !Files.exists(index) || Files.size(log) == 0) {
            return false;
        }
        try (FileChannel logged = FileChannel.open(log);
                FileChannel indexed = FileChannel.open(index)) {
            ByteBuffer said = read(indexed, 0, 2 * INDEX_HEADER).order(ByteOrder.nativeOrder());
            if (said.limit() < 2 * INDEX_HEADER || !isSaidTwice(said)) {
                return false;
            }
            int frames = said.getInt(16);
            ByteBuffer header = read(logged, 0, LOG_HEADER);
            if (frames == 0 || (header.limit() == LOG_HEADER && !haveOneSalt(header, said))) {
                return false;
            }
            return header.limit() < LOG_HEADER || sound(logged, header, frames) < frames;
        }
    }

    /// A process that was killed while it wrote the index leaves two that differ.
    private static boolean isSaidTwice(ByteBuffer said) {
        return said.get(12) == 1 && said.slice(0, INDEX_HEADER).equals(said.slice(INDEX_HEADER, INDEX_HEADER));
    }

    private static boolean haveOneSalt(ByteBuffer header, ByteBuffer said) {
        return header.slice(SALTS_IN_LOG, SALTS).equals(said.slice(SALTS_IN_INDEX, SALTS));
    }

    /// How many frames, at most so many, follow each other without a break.
    private static int sound(FileChannel log, ByteBuffer header, int frames) throws IOException {
        int page = header.getInt(8);
        Checksum sum = new Checksum(header.getInt(0) == BIG_END_CHECKSUMS);
        sum.add(header, 0, 24);
        for (int frame = 0; frame < frames; frame++) {
            ByteBuffer bytes = read(log, LOG_HEADER + (long) frame * (FRAME_HEADER + page), FRAME_HEADER + page);
            if (bytes.limit() < FRAME_HEADER + page) {
                return frame;
            }
            sum.add(bytes, 0, 8);
            sum.add(bytes, FRAME_HEADER, FRAME_HEADER + page);
            if (bytes.getInt(16) != sum.first || bytes.getInt(20) != sum.second) {
                return frame;
            }
        }
        return frames;
    }

    /// As many bytes as there are.
    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // until it is full, or the file ends
        }
        return bytes.flip();
    }

    /// The running checksum of a log, over pairs of words.
    private static final class Checksum {
        private final ByteOrder order;
        private int first;
        private int second;

        Checksum(boolean bigEnd) {
            this.order = bigEnd ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        }

        void add(ByteBuffer bytes, int from, int to) {
            bytes.order(order);
            for (int at = from; at < to; at += 8) {
                first += bytes.getInt(at) + second;
                second += bytes.getInt(at + 4) + first;
            }
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
    }
}
