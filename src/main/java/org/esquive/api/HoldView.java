package org.esquive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.esquive.policy.Hold;

/// Why a line does not answer somebody now.
///
/// @param scope whose limit or state it is
/// @param cause what it is
/// @param pauses whether it keeps somebody from being answered
/// @param until when it ends by itself; absent if a keeper must end it
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HoldView(Hold.Scope scope, Hold.Cause cause, boolean pauses, Optional<Instant> until) {

    static HoldView of(Hold hold) {
        return new HoldView(hold.scope(), hold.cause(), hold.pauses(), hold.until());
    }
}
