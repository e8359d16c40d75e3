package org.esquive.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Tokens are long, unlike each other, and a slip in one is noticed without asking anybody.
class BearerTokenTest {
    private final SecureRandom chance = new SecureRandom();

    @Test
    void aNewTokenIsWellFormedAndLikeNoOther() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String token = BearerToken.make(chance);
            assertThat(token).matches("esq_[A-Za-z0-9_-]{49}");
            assertThat(BearerToken.isWellFormed(token)).isTrue();
            assertThat(made.add(token)).isTrue();
        }
    }

    @Test
    void everySingleSlipIsNoticed() {
        String token = BearerToken.make(chance);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(BearerToken.isWellFormed(token.substring(0, i) + other + token.substring(i + 1)))
                    .isFalse();
        }
        assertThat(BearerToken.isWellFormed(token.substring(1))).isFalse();
        assertThat(BearerToken.isWellFormed(token + "a")).isFalse();
        assertThat(BearerToken.isWellFormed("")).isFalse();
    }

    @Test
    void itsHashIsThatOfTheStandard() {
        assertThat(BearerToken.hash("abc"))
                .asHexString()
                .isEqualToIgnoringCase("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
    }
}
