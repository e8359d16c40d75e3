package org.esquive.lab.faults.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The small libraries in C that are put before the C library of a node, and the files by which they are told what to
/// do.
final class Library {
    private static final Path SOURCES = Path.of("src/test/c");

    private Library() {}

    /// Compiles one.
    static Path compiled(String name, Path folder, Machine machine) {
        Path source = SOURCES.resolve(name + ".c");
        Path library = folder.resolve("lib" + name + ".so");
        String compiler = machine.compiler().orElseThrow().toString();
        if (!Machine.run(
                List.of(compiler, "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl"))) {
            throw new IllegalStateException(source + " cannot be compiled");
        }
        return library;
    }

    /// A file of so many bytes, all zero, shared with a node.
    static MappedByteBuffer control(Path file, int size) {
        try {
            Files.write(file, new byte[size]);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
                mapped.order(ByteOrder.nativeOrder());
                return mapped;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
