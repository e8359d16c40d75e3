package org.esquive.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people may be called.
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "keeper, true",
        "' Nina ', true",
        "n.1-b, true",
        "x, false",
        "'', false",
        "-nina, false",
        "nina., false",
        "nina marie, false",
        "éloïse, false",
        "command, false",
        "file, false",
        "console, false",
        "'<b>nina</b>', false",
        "'nina\n', true",
        "'ni\nna', false",
        "a2345678901234567890123456789012, true",
        "a23456789012345678901234567890123, false"
    })
    void aNameIsEasyToTypeAndMistakenForNothing(String typed, boolean good) {
        assertThat(Names.isGood(Names.of(typed))).isEqualTo(good);
    }
}
