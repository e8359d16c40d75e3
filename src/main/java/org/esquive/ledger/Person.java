package org.esquive.ledger;

import java.time.Instant;
import java.util.Optional;
import org.esquive.settings.Secret;

/// Somebody who may come in on the keepers' side.
///
/// @param name what they sign in with: unique
/// @param role what they may do
/// @param password its hash, with the name of the method in front; never the password
/// @param codes the secret of their authenticator app, in base 32; none if they have not set one up
/// @param since when they were added
public record Person(String name, Role role, String password, Optional<Secret> codes, Instant since) {

    /// What somebody may do.
    public enum Role {
        /// Everything.
        KEEPER,
        /// See everything, and change nothing but what is their own: password, app, sessions.
        WATCHER
    }

    /// Whether they may do everything.
    public boolean isKeeper() {
        return role == Role.KEEPER;
    }

    /// Without the hash.
    @Override
    public String toString() {
        return "Person[" + name + ", " + role + "]";
    }
}
