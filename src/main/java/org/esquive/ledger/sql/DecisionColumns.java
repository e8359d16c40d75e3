package org.esquive.ledger.sql;

import org.esquive.ledger.RecordText;
import org.esquive.policy.Decision;
import org.jspecify.annotations.Nullable;

/// How a decision looks in columns.
public final class DecisionColumns {
    private DecisionColumns() {}

    /// Why a text is not answered; null if it is.
    public static @Nullable String reason(Decision decision) {
        return switch (decision) {
            case Decision.Reply _ -> null;
            case Decision.Silence(var reason, var _) -> reason.name();
        };
    }

    /// What the reason is, more exactly: `LINE REPLIES_PER_DAY`.
    public static @Nullable String hold(Decision decision) {
        return decision instanceof Decision.Silence(var _, var hold) && hold.isPresent()
                ? RecordText.of(hold.get())
                : null;
    }
}
