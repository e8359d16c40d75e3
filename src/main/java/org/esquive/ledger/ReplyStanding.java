package org.esquive.ledger;

import java.time.Instant;
import java.util.Optional;

/// Where one reply stands.
///
/// @param id the reply, which is the id of the text it answers
/// @param at when that text was received; the tallies of a reply are of this hour
/// @param state where the reply stands
/// @param leftAt when what became of its sending was written, if it was sent
public record ReplyStanding(long id, Instant at, ReplyState state, Optional<Instant> leftAt) {

    /// A reply that was not sent yet.
    public ReplyStanding(long id, Instant at, ReplyState state) {
        this(id, at, state, Optional.empty());
    }

    ReplyStanding in(ReplyState next) {
        return new ReplyStanding(id, at, next, leftAt);
    }
}
