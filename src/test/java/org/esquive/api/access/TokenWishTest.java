package org.esquive.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.api.Scope;
import org.esquive.lab.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What a keeper fills in to make a token is taken as it can be shown, or asked for again.
class TokenWishTest {

    static Stream<Named<JsonNode>> hostile() {
        return Vectors.of("hostile_text");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anyNameIsShortOnOneLineAndVisible(JsonNode row) {
        TokenWish wish = TokenWish.of(row.path("text").asString(), List.of("figures:read"), "");
        assertThat(wish.name().codePointCount(0, wish.name().length())).isLessThanOrEqualTo(41);
        assertThat(wish.name()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]").doesNotContainPattern("[0-9]{6}");
        assertThat(wish.missing().isEmpty()).isEqualTo(!wish.name().isEmpty());
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(TokenWish.of(null, null, null).missing()).isEqualTo("name");
        assertThat(TokenWish.of("x", List.of("everything"), null).missing()).isEqualTo("scope");
        TokenWish whole = TokenWish.of("x", List.of("figures:read", "figures:read"), "90");
        assertThat(whole).isEqualTo(new TokenWish("x", List.of(Scope.FIGURES_READ), Optional.of(90)));
        assertThat(TokenWish.of("x", List.of("figures:read"), "1000000").days()).isEmpty();
    }
}
