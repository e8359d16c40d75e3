package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page as it is served, kept in a file so that a change of it is seen in a review. `-Desquive.golden=write` writes
/// the
/// file anew.
final class GoldenPage {
    private static final Path FOLDER = Path.of("src/test/resources/web");

    private GoldenPage() {}

    static void check(String name, String served) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("esquive.golden"))) {
            Path _ = Files.writeString(file, served);
        }
        assertThat(served)
                .as("%s; if the change is meant, run again with -Desquive.golden=write", file)
                .isEqualTo(Files.readString(file));
    }
}
