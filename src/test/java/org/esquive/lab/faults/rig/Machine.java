package org.esquive.lab.faults.rig;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What this machine has for making trouble: a fault that needs more is left out, and the suite says so.
///
/// @param mayMount whether file systems of one's own can be mounted
/// @param compiler a C compiler, for disks that misbehave and clocks that lie
public record Machine(boolean mayMount, Optional<Path> compiler) {

    /// Looks round.
    public static Machine here() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return new Machine(linux && mayMountHere(), linux ? onPath("cc").or(() -> onPath("gcc")) : Optional.empty());
    }

    /// Runs a command to its end.
    ///
    /// @return whether it succeeded
    public static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                boolean _ = process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean mayMountHere() {
        try {
            Path folder = Files.createTempDirectory("mount");
            boolean may = run(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()));
            if (may) {
                boolean _ = run(List.of("umount", folder.toString()));
            }
            Files.deleteIfExists(folder);
            return may;
        } catch (IOException unwritable) {
            return false;
        }
    }
}
