package org.esquive.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esquive.api.Scope;
import org.esquive.ledger.TokenBook.Token;
import org.esquive.settings.Shown;
import org.jspecify.annotations.Nullable;

/// What a keeper filled in to make a token.
///
/// @param name as a list may show it: on one line, without a phone number in it
/// @param scopes what it is to allow
/// @param days after which it ends; none for never
record TokenWish(String name, List<Scope> scopes, Optional<Integer> days) {
    /// The ends to choose from, in days.
    static final List<Integer> DAYS = List.of(30, 90, 365);

    static TokenWish of(@Nullable String name, @Nullable List<String> scopes, @Nullable String days) {
        String written = name == null ? "" : Shown.bare(name).strip();
        List<Scope> known = scopes == null
                ? List.of()
                : scopes.stream()
                        .flatMap(word -> Scope.of(word).stream())
                        .distinct()
                        .toList();
        Optional<Integer> end =
                DAYS.stream().filter(each -> String.valueOf(each).equals(days)).findFirst();
        return new TokenWish(written, known, end);
    }

    /// The end of a message key: what is missing; empty if nothing is.
    String missing() {
        return name.isEmpty() ? "name" : scopes.isEmpty() ? "scope" : "";
    }

    Token token(String id, String madeBy, Instant now) {
        return new Token(
                id,
                name,
                scopes.stream().map(Scope::word).collect(Collectors.toUnmodifiableSet()),
                madeBy,
                now,
                days.map(each -> now.plus(Duration.ofDays(each))),
                Optional.empty());
    }
}
