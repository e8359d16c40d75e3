package org.esquive.ledger;

import java.util.Optional;
import org.esquive.policy.Decision;

/// What a commit made of an arrival.
public sealed interface Outcome {

    /// A text was counted and decided.
    ///
    /// @param text the text
    /// @param n which text of its sender it is, from 1
    /// @param decision what becomes of it
    /// @param leaving the reply, if it was written as SENDING and is to be sent now, see [Express]
    record Decided(Arrival.Text text, int n, Decision decision, Optional<Owed> leaving) implements Outcome {

        /// Whether there is a reply that waits until it is claimed.
        public boolean waits() {
            return decision instanceof Decision.Reply && leaving.isEmpty();
        }
    }

    /// A text that was taken before: acknowledge it again, count it not again.
    ///
    /// @param text the repeated delivery
    record Repeated(Arrival.Text text) implements Outcome {}

    /// A text that may be a repeated delivery of one that another node took, which does not say now: nothing of it is
    /// stored, and the network is to bring it again.
    ///
    /// @param text the delivery
    record Doubtful(Arrival.Text text) implements Outcome {}

    /// A later segment of a long text that is counted: acknowledge it; nothing is decided about it.
    ///
    /// @param text the segment
    record Joined(Arrival.Text text) implements Outcome {}

    /// A receipt was taken.
    ///
    /// @param news the receipt
    /// @param matched whether it spoke of a reply of ours
    record Noted(Arrival.News news, boolean matched) implements Outcome {}
}
