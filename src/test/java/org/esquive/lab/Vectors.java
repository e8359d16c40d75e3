package org.esquive.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads the published test vectors of `src/test/resources/vectors`, whose README tells their format.
public final class Vectors {
    private Vectors() {}

    private static final Path FOLDER = Path.of("src/test/resources/vectors");
    private static final ObjectMapper JSON = JsonMapper.shared();

    /// The records of a file, each named by its id.
    ///
    /// @param file without folder and ending
    public static Stream<Named<JsonNode>> of(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file + ".jsonl")).stream()
                    .map(JSON::readTree)
                    .map(row -> Named.of(row.path("id").asString(), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asserts what a record expects under a key, or nothing if it expects nothing there.
    public static void expect(JsonNode row, String key, Consumer<JsonNode> assertion) {
        row.path("expect").optional(key).ifPresent(assertion);
    }
}
