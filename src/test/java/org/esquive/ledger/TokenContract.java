package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.esquive.lab.Desk;
import org.junit.jupiter.api.Test;

/// What every ledger promises about the tokens of programs.
interface TokenContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    Desk desk();

    private static TokenBook.Token token(String id) {
        return new TokenBook.Token(
                id,
                "name of " + id,
                Set.of("figures:read", "lines:write"),
                "ada",
                NOON,
                Optional.of(NOON.plusSeconds(60)),
                Optional.empty());
    }

    @Test
    default void aTokenIsFoundByItsHashUntilItIsRevoked() {
        TokenBook book = desk().ledger().office().tokens();
        assertThat(book.make(token("a"), new byte[] {1, 2})).isTrue();
        assertThat(book.make(token("b"), new byte[] {1, 3})).isTrue();
        assertThat(book.find(new byte[] {1, 2})).contains(token("a"));
        assertThat(book.find(new byte[] {1})).isEmpty();
        book.used("a", NOON.plusSeconds(5));
        desk().restart();
        TokenBook again = desk().ledger().office().tokens();
        assertThat(again.find(new byte[] {1, 2}).orElseThrow().usedAt()).contains(NOON.plusSeconds(5));
        assertThat(again.revoke("a").orElseThrow().name()).isEqualTo("name of a");
        assertThat(again.revoke("a")).isEmpty();
        assertThat(again.find(new byte[] {1, 2})).isEmpty();
        assertThat(again.all()).containsExactly(token("b"));
    }

    @Test
    default void thereAreNeverMoreThanAHundred() {
        TokenBook book = desk().ledger().office().tokens();
        for (int i = 0; i < TokenBook.MOST; i++) {
            assertThat(book.make(token("t" + i), new byte[] {(byte) i})).isTrue();
        }
        assertThat(book.make(token("one-more"), new byte[] {7, 7})).isFalse();
        assertThat(book.all()).hasSize(TokenBook.MOST);
    }
}
