package org.esquive.lab.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL that comes with the build, packed in a jar for this kind of machine.
final class Binaries {
    private Binaries() {}

    /// Unpacks the programs into a new folder below this one, or finds them there from the last time.
    ///
    /// @return their `bin` folder, or nothing where the build has none for this machine
    static Optional<Path> in(Path place) {
        URL packed = Binaries.class.getResource("/" + parcel());
        if (packed == null) return Optional.empty();
        Path folder = place.resolve(jarOf(packed));
        try {
            if (!Files.exists(folder)) unpack(packed, Files.createDirectories(place), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(folder.resolve("bin"));
    }

    /// Its name, which carries platform and version.
    private static String jarOf(URL resource) {
        return resource.getPath().replaceFirst(".*/([^/]+)\\.jar!/.*", "$1");
    }

    /// As the jars name their only file.
    private static String parcel() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    /// Two builds at once do not see each other's half of the work: the folder appears when it is whole.
    private static void unpack(URL packed, Path place, Path folder) throws IOException {
        Path half = Files.createTempDirectory(place, "half");
        Process tar = new ProcessBuilder("tar", "-xof", "-", "-C", half.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = new XZInputStream(packed.openStream());
                var out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        Commands.await(tar, "unpacking PostgreSQL");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(folder)) throw e;
            Commands.delete(half);
        }
    }
}
