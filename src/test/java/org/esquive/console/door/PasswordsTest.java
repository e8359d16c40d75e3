package org.esquive.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// Which passwords are taken, and how they are kept.
class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource({
        "tram lune poivre, ",
        "quatre mots ou cinq, ",
        "àéîõüàéîõüàéîõü, ",
        "🐈🐕🦉🐝🐟🐢🐇🦊🐻🐼🐨🐯🦁🐮🐷, ",
        "court, SHORT",
        "14 characters!, SHORT",
        "passwordpassword, GUESSED",
        "Motdepasse1234567, GUESSED",
        "aaaaaaaaaaaaaaaaaaaaa, GUESSED",
        "azertyuiopqsdfgh, GUESSED",
        "esquive-esquive-2026, GUESSED",
        "nina-nina-nina-nina, GUESSED",
        "121212121212121212, GUESSED"
    })
    void lengthCountsAndWhatIsGuessedFirstDoesNot(String password, Passwords.Problem problem) {
        assertThat(Passwords.problem(password, "nina")).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void noPasswordOfOursIsRefusedAndNoneComesTwice() {
        String password = Passwords.random();
        assertThat(password).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}").isNotEqualTo(Passwords.random());
        assertThat(Passwords.problem(password, "keeper")).isEmpty();
        assertThat(Passwords.problem("x".repeat(Passwords.MOST) + "yz12", "nina"))
                .contains(Passwords.Problem.LONG);
    }

    @Test
    void aPasswordIsKeptAsArgon2id() {
        String hash = passwords.hash("tram lune poivre");
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=7168,t=5,p=1$").doesNotContain("tram");
        assertThat(passwords.matches("tram lune poivre", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("tram lune poivré", Optional.of(hash))).isFalse();
        assertThat(passwords.isOld(hash)).isFalse();
    }

    @Test
    void theSameLettersAreTheSamePasswordOnEveryKeyboard() {
        String hash = passwords.hash("un café très noir");
        assertThat(passwords.matches("un cafe\u0301 tre\u0300s noir", Optional.of(hash)))
                .isTrue();
    }

    @Test
    void hashesOfFormerTimesAreUnderstoodAndRenewed() {
        String former = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("former");
        assertThat(passwords.matches("former", Optional.of(former))).isTrue();
        assertThat(passwords.isOld(former)).isTrue();
        String passing = passwords.hashOfPassing("passing");
        assertThat(passwords.matches("passing", Optional.of(passing))).isTrue();
        assertThat(passwords.matches("other", Optional.of(passing))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tram lune poivre", "\0", "🐈"})
    void nobodyHasThePasswordOfNobody(String password) {
        assertThat(passwords.matches(password, Optional.empty())).isFalse();
        assertThat(passwords.matches(password.repeat(100_000), Optional.empty()))
                .isFalse();
    }
}
