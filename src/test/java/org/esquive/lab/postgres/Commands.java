package org.esquive.lab.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Small commands of the system, each with an end to the waiting for it.
final class Commands {
    /// Long enough for a machine that is busy with other work.
    private static final long PATIENCE_SECONDS = 60;

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);

    private Commands() {}

    /// A command in the plain language and the plain time zone, and without what others set for PostgreSQL.
    static ProcessBuilder plain(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        boolean _ = builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    /// True if this runs here, and ends well.
    static boolean works(List<String> command) {
        try {
            Process process = plain(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ends(process) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Waits for the good end of a process.
    ///
    /// @throws IllegalStateException if it ends badly, or not at all
    static void await(Process process, String what) {
        if (!ends(process)) {
            boolean _ = process.toHandle().destroyForcibly();
            throw new IllegalStateException(what + " did not end");
        }
        if (process.exitValue() != 0) throw new IllegalStateException(what + " failed: " + process.exitValue());
    }

    /// True as soon as it has ended, false if it does not.
    static boolean ends(Process process) {
        return waitFor(() -> !process.isAlive());
    }

    /// True as soon as this is so, false if it never is.
    static boolean waitFor(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) return false;
            LockSupport.parkNanos(LOOK);
        }
        return true;
    }

    /// Sends a signal, such as `STOP`. A process that is gone already does not mind.
    static void signal(String name, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\" 2>&-; true", name));
        for (ProcessHandle process : processes) {
            command.add(Long.toString(process.pid()));
        }
        try {
            await(new ProcessBuilder(command).start(), "kill");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// True if the process runs no more, even where nobody has collected its remains.
    static boolean isOver(ProcessHandle process) {
        if (!process.isAlive()) return true;
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException _) {
            return !process.isAlive();
        }
    }

    /// Deletes a folder with all that is in it.
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean _ = Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
