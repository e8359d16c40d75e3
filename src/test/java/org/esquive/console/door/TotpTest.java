package org.esquive.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The codes of an authenticator app.
class TotpTest {
    /// The secret of RFC 6238, appendix B, in base 32: `12345678901234567890`.
    private static final Secret SECRET = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private final Totp totp = new Totp();

    /// The last six of the eight digits in RFC 6238, appendix B, for SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        Instant moment = Instant.ofEpochSecond(second);
        assertThat(totp.code(SECRET, Totp.step(moment))).isEqualTo(code);
        assertThat(totp.stepOf(code, SECRET, moment)).hasValue(Totp.step(moment));
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "0, true", "30, true", "59, true", "60, false"})
    void aCodeStandsForItsStepAndOneBeforeAndAfter(long seconds, boolean taken) {
        Instant begun = Instant.ofEpochSecond(1_111_111_110);
        String code = totp.code(SECRET, Totp.step(begun));
        assertThat(totp.stepOf(code, SECRET, begun.plusSeconds(seconds)).isPresent())
                .isEqualTo(taken);
    }

    @Test
    void base32IsThatOfTheStandard() {
        assertThat(Totp.bytes("MZXW6YTBOI")).isEqualTo("foobar".getBytes(StandardCharsets.US_ASCII));
        assertThat(Totp.bytes("mzxw6")).isEqualTo("foo".getBytes(StandardCharsets.US_ASCII));
    }
}
