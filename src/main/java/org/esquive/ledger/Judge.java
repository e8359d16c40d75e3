package org.esquive.ledger;

import java.util.List;
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

    /// The decisions so far are void: nothing of them was kept, and the texts are decided anew.
    default void again() {}

    /// The people whose numbers lie beside the sender's. Called once a text of somebody who may be answered.
    ///
    /// @param newcomer whether its sender never texted before, or was forgotten
    default Crowd crowd(Arrival.Text text, boolean newcomer) {
        return Crowd.NOBODY;
    }

    /// An id for a cover, above those of all texts so far.
    default long coverId() {
        throw new IllegalStateException("this judge gives no covers");
    }

    /// People of one block of 1,000 numbers who texted of late for the first time.
    ///
    /// @param people how many
    /// @param texts their texts, as far as they are remembered
    record Crowd(int people, List<Long> texts) {
        /// Nobody.
        public static final Crowd NOBODY = new Crowd(0, List.of());
    }
}
