package org.esquive.lab.faults.rig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the program is started: as the launcher does it, from what was packaged, or from the classes of a test.
///
/// @param jvm the program `java` and its options, before the name of the main class
public record Build(List<String> jvm) {
    private static final Path APP = Path.of("target/app/esquive.jar");
    private static final Path CACHE = Path.of("target/esquive.aot");
    private static final Path TESTS = Path.of("target/test-classes");

    public Build {
        jvm = List.copyOf(jvm);
    }

    /// The packaged program with its start-up cache, under the options of `./esquive run`.
    public static Build packaged() {
        List<String> jvm = new ArrayList<>(List.of(
                java(),
                "-XX:+UseG1GC",
                "-Dspring.aot.enabled=true",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Xms32m",
                "-Xmx512m"));
        if (Files.exists(CACHE)) {
            jvm.addAll(List.of("-XX:AOTCache=" + CACHE.toAbsolutePath(), "-Xlog:aot*=off,cds*=off"));
        }
        jvm.addAll(List.of("-cp", APP.toAbsolutePath() + File.pathSeparator + TESTS.toAbsolutePath()));
        return new Build(jvm);
    }

    /// What was compiled last, started as quickly as that can be.
    public static Build ofTheTests() {
        return new Build(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
