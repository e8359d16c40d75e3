package org.esquive.lab.checker;

import java.util.Locale;

/// What a run may break: the seven numbers, in the order they are printed, then the rules beside them.
public enum Rule {
    /// Acknowledged and not stored.
    LOST,
    /// Stored and never sent.
    UNEXPECTED,
    /// Stored more than once.
    DUPLICATES,
    /// An inbound that was replied to more than once.
    INBOUND_OVER,
    /// A sender who got more replies than the limit before they were forgotten.
    SENDER_OVER,
    /// The public page says something else than was stored.
    PAGE_MISMATCH,
    /// The budget was charged something else than was sent.
    BUDGET_MISMATCH,

    /// The counts given to the texts of a sender are not 1, 2, 3, … each once.
    COUNTS,
    /// A reply was decided for a text beyond the limit.
    DECIDED_OVER,
    /// More replies are unknown than the faults account for.
    UNKNOWN_OVER,
    /// A reply still waits, or is still on its way.
    LEFT_OPEN,
    /// A reply is said to be sent, and never reached the network.
    UNSENT,
    /// A reply that was refused for good came again.
    AFTER_REFUSAL,
    /// A reply went to somebody who had not texted.
    STRANGER,
    /// A reply went to somebody who had been told that nothing more will come.
    AFTER_OPT_OUT,
    /// A reply left from another line than the one texted.
    OTHER_LINE;

    /// Whether it is one of the seven numbers.
    boolean isNumber() {
        return compareTo(BUDGET_MISMATCH) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
