package org.esquive.ledger;

import java.time.Instant;

/// Where one reply stands.
///
/// @param id the reply, which is the id of the text it answers
/// @param at when that text was received; the tallies of a reply are of this hour
/// @param state where the reply stands
public record ReplyStanding(long id, Instant at, ReplyState state) {

    ReplyStanding in(ReplyState next) {
        return new ReplyStanding(id, at, next);
    }
}
