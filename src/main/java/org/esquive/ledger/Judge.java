package org.esquive.ledger;

import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.esquive.policy.Rules;
import org.esquive.policy.Standing;

/// The policy, as the ledger sees it during a commit.
public interface Judge {

    /// The rules of a line.
    Rules rules(LineId line);

    /// The decision for a text. Called once a text, inside the transaction, so it must be quick and pure.
    Decision decide(Arrival.Text text, Standing standing);

    /// Whether a reply that is due at once may leave with this commit, see [Express]. Called once a reply.
    default boolean leavesNow(LineId line) {
        return false;
    }
}
