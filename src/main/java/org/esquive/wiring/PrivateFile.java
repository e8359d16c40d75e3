package org.esquive.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A small file that only the account of the program may read: never readable by others, not even for the moment
/// in which it is made. Where the system knows no such permissions they are not checked.
///
/// @param path where it is
/// @param what it is, in a sentence
record PrivateFile(Path path, String what) {
    private static final Set<PosixFilePermission> OURS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int LARGEST = 64 * 1_024;

    /// What it says, if it exists.
    ///
    /// @throws CannotStart if it cannot be read, or others can read it
    Optional<String> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            refuseIfShared();
            if (Files.size(path) > LARGEST) {
                throw new CannotStart("%s %s is not what this program wrote: it is too large.".formatted(what, path));
            }
            return Optional.of(Files.readString(path, StandardCharsets.US_ASCII).strip());
        } catch (IOException failure) {
            throw new CannotStart("%s %s cannot be read: check its owner.".formatted(what, path), failure);
        }
    }

    /// Writes it anew.
    ///
    /// @throws CannotStart if it cannot be written
    void write(String content) {
        try {
            makeFolder();
            boolean _ = Files.deleteIfExists(path);
            var how = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            try (SeekableByteChannel file = Files.newByteChannel(path, how, onlyOurs(OURS))) {
                ByteBuffer bytes = ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    int _ = file.write(bytes);
                }
            }
        } catch (IOException failure) {
            throw new CannotStart(
                    "%s %s cannot be written: check the owner and the free space of its folder.".formatted(what, path),
                    failure);
        }
    }

    private void makeFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Set<PosixFilePermission> ours = EnumSet.copyOf(OURS);
            ours.add(PosixFilePermission.OWNER_EXECUTE);
            Path _ = Files.createDirectories(folder, onlyOurs(ours));
        }
    }

    private void refuseIfShared() throws IOException {
        if (POSIX && !OURS.containsAll(Files.getPosixFilePermissions(path))) {
            throw new CannotStart("%s %s can be read by other accounts of this machine. Close it with: chmod 600 %s"
                    .formatted(what, path, path));
        }
    }

    private static FileAttribute<?>[] onlyOurs(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
