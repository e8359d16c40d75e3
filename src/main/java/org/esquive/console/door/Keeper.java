package org.esquive.console.door;

import java.util.List;
import org.esquive.ledger.Person;
import org.esquive.ledger.Sessions.Visit;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Somebody who is signed in.
///
/// @param name what they sign in with
/// @param role what they may do now
/// @param session the key of the session they came with; empty in the moment of signing in
public record Keeper(String name, Person.Role role, String session) implements AuthenticatedPrincipal {

    /// Whoever a session belongs to.
    static Keeper of(Visit visit) {
        return new Keeper(
                visit.session().person(), visit.role(), visit.session().key());
    }

    @Override
    public String getName() {
        return name;
    }

    /// The same for Spring Security: `ROLE_KEEPER` or `ROLE_WATCHER`.
    Authentication asAuthentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this, "", List.of(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
