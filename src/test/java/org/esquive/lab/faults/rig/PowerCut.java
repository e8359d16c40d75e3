package org.esquive.lab.faults.rig;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What a power cut may leave of the ledger's files: everything that was written before the last finished sync of a
/// file began, and of what was written later any part, with the last sectors torn. Worked out from the log of a
/// [Disk], so that one cut can be looked at in many of its legal states.
public final class PowerCut {
    private static final int HEADER = 16;
    private static final int SECTOR = 512;
    private static final List<String> NAMES = List.of("esquive.db", "esquive.db-wal");

    private final Path base;
    private final List<Operation> operations = new ArrayList<>();
    private final long[] durable = new long[NAMES.size()];

    /// A write or a truncation.
    ///
    /// @param file which one of [#NAMES]
    /// @param position in the log
    /// @param bytes null for a truncation
    @SuppressWarnings("ArrayRecordComponent")
    private record Operation(int file, long position, long at, byte[] bytes, boolean truncates) {}

    /// @param base a folder with the files as they were when the log began
    /// @param disk whose log is read
    public PowerCut(Path base, Disk disk) throws IOException {
        this.base = base;
        try (InputStream file = Files.newInputStream(disk.log());
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            long position = 0;
            for (int read = read(in, position); read > 0; read = read(in, position)) {
                position += read;
            }
        }
    }

    /// @return bytes taken; 0 at the end, which may be torn
    private int read(DataInputStream in, long position) throws IOException {
        try {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.nativeOrder());
            if (header.limit() < HEADER) {
                return 0;
            }
            byte kind = header.get(0);
            int file = header.get(1) - 1;
            int length = header.getInt(4);
            long at = header.getLong(8);
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            if (kind == 'S') {
                durable[file] = Math.max(durable[file], at);
            } else {
                operations.add(new Operation(file, position, at, bytes, kind == 'T'));
            }
            return HEADER + length;
        } catch (EOFException torn) {
            return 0;
        }
    }

    /// How many writes were not safe yet.
    public long unsafe() {
        return operations.stream()
                .filter(each -> each.position >= durable[each.file])
                .count();
    }

    /// Puts one of the legal states into a folder, in place of what is there.
    public void leave(Path folder, long seed) throws IOException {
        SplittableRandom chance = new SplittableRandom(seed);
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("esquive.db-shm"));
        for (int file = 0; file < NAMES.size(); file++) {
            Path name = folder.resolve(NAMES.get(file));
            Path before = base.resolve(NAMES.get(file));
            Files.deleteIfExists(name);
            if (Files.exists(before)) {
                Files.copy(before, name, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel out = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                for (Operation each : operations) {
                    if (each.file == file) {
                        apply(each, out, chance);
                    }
                }
            }
        }
    }

    private void apply(Operation each, FileChannel out, SplittableRandom chance) throws IOException {
        boolean safe = each.position < durable[each.file];
        if (each.truncates) {
            if (safe || chance.nextBoolean()) {
                var _ = out.truncate(each.at);
            }
            return;
        }
        int length = safe ? each.bytes.length : torn(each.bytes.length, chance);
        ByteBuffer bytes = ByteBuffer.wrap(each.bytes, 0, length);
        while (bytes.hasRemaining()) {
            int _ = out.write(bytes, each.at + bytes.position());
        }
    }

    /// All of it, nothing, or some whole sectors.
    private static int torn(int length, SplittableRandom chance) {
        return switch (chance.nextInt(3)) {
            case 0 -> 0;
            case 1 -> length;
            default -> Math.min(length, SECTOR * chance.nextInt(length / SECTOR + 1));
        };
    }
}
