package org.esquive.lab.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What processes cost, as Linux counts it in `/proc`.
public final class Proc {
    /// Ticks of a second in `/proc/PID/stat`, as Linux has it on every usual machine.
    private static final int TICKS = 100;

    /// Behind the name of the command, the fields 14 and 15 of the page are these.
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    private Proc() {}

    /// The CPU time of some processes so far, added.
    public static Duration cpuTime(List<Process> processes) {
        long ticks = 0;
        for (Process process : processes) {
            String page = page(process, "stat");
            String[] fields = page.substring(page.lastIndexOf(')') + 2).split(" ", -1);
            ticks += Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        }
        return Duration.ofMillis(ticks * 1_000 / TICKS);
    }

    /// The most memory that each of some processes held at a time, added, in bytes.
    public static long peakMemory(List<Process> processes) {
        return processes.stream()
                .flatMap(process -> page(process, "status").lines())
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                .sum();
    }

    private static String page(Process process, String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
