package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that says what the program says, so that a change of it is seen in a review. `-Desquive.golden=write` writes
/// it
/// anew.
final class Golden {
    private Golden() {}

    static void check(Path file, String actual) {
        try {
            if ("write".equals(System.getProperty("esquive.golden"))) {
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as("%s; if the change is meant, run again with -Desquive.golden=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
