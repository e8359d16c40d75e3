package org.esquive.console.door;

import java.security.Principal;
import org.esquive.ledger.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page of keepers who looks at it.
@ControllerAdvice({"org.esquive.console", "org.esquive.api"})
public final class MeEverywhere {

    @ModelAttribute("me")
    Me me(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Keeper keeper
                ? new Me(keeper.name(), keeper.role() == Person.Role.KEEPER)
                : Me.NOBODY;
    }
}
