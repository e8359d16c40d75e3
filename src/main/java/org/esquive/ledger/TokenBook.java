package org.esquive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tokens by which programs are let in. The ledger knows each by its hash only. Each method is one
/// transaction, durable when it returns.
public interface TokenBook {
    /// Most tokens at a time.
    int MOST = 100;

    /// A token as keepers see it.
    ///
    /// @param id names it; no secret
    /// @param name the keeper's word for the program
    /// @param scopes what it may do
    /// @param madeBy who made it
    /// @param expiresAt from when on it is not taken any more, if ever
    /// @param usedAt when it was used last, to the minute
    record Token(
            String id,
            String name,
            Set<String> scopes,
            String madeBy,
            Instant madeAt,
            Optional<Instant> expiresAt,
            Optional<Instant> usedAt) {

        public Token {
            scopes = Set.copyOf(scopes);
        }
    }

    /// Writes a new token down.
    ///
    /// @param hash of the whole token
    /// @return whether there was room for it: see [#MOST]
    boolean make(Token token, byte[] hash);

    /// The token of that hash, expired or not.
    Optional<Token> find(byte[] hash);

    /// All tokens, the newest first.
    List<Token> all();

    /// Notes that a token was used.
    void used(String id, Instant at);

    /// Removes a token; from here on nobody is let in by it.
    ///
    /// @return what was removed, if it was there
    Optional<Token> revoke(String id);
}
