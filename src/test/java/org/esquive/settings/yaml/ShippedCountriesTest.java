package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.settings.Countries;
import org.junit.jupiter.api.Test;

class ShippedCountriesTest {
    private static final Path FOLDER = Path.of("src/main/resources/countries");
    private static final Countries COUNTRIES = ShippedCountries.load();

    @Test
    void everyFileIsAProfileThatIsRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> codes = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertThat(codes).isEqualTo(ShippedCountries.CODES);
            assertThat(COUNTRIES.all()).hasSameSizeAs(codes);
        }
    }
}
