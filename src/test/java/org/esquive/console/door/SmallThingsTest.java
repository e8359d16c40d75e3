package org.esquive.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recovery codes, names of browsers, and what an app is shown.
class SmallThingsTest {
    @Test
    void recoveryCodesAreDigitsHoweverTheyAreTyped() {
        List<String> codes = RecoveryCodes.make(new SecureRandom());
        assertThat(codes).hasSize(8).allMatch(code -> code.matches("[0-9]{5}( [0-9]{5}){3}"));
        assertThat(new HashSet<>(codes)).hasSize(8);
        String code = codes.getFirst();
        assertThat(RecoveryCodes.hash("ada", code))
                .isEqualTo(RecoveryCodes.hash("ada", code.replace(" ", "-")))
                .isNotEqualTo(RecoveryCodes.hash("nina", code))
                .doesNotContain(RecoveryCodes.digits(code));
        assertThat(RecoveryCodes.digits("١٢٣ 456")).isEqualTo("123456");
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox, Android'",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1', 'Safari, iPhone'",
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'",
        "'<script>alert(1)</script>', ''",
        ", ''"
    })
    void aBrowserIsNamedInAWordOrTwoOfOurs(String says, String name) {
        assertThat(BrowserName.of(says)).isEqualTo(name);
    }

    @Test
    void aNewSecretIsTwentyBytesAndFitsIntoAQrCode() {
        var secret = Totp.newSecret(new SecureRandom());
        assertThat(Totp.bytes(secret.reveal())).hasSize(20);
        QrCode qr = QrCode.of(Totp.address("nina", secret));
        assertThat(qr.size()).isBetween(29, 60);
        assertThat(qr.path()).matches("(M[0-9]+ [0-9]+h1v1h-1z)+");
    }
}
