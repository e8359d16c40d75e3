package org.esquive.ledger;

/// The database is well, and refuses a value that it was given: by a mistake of ours, and it would refuse it again.
/// Nothing of the call was kept.
public final class ValueRefused extends LedgerUnavailable {
    private static final long serialVersionUID = 1L;

    /// @param whatToDo one sentence for a keeper; no number, no text
    public ValueRefused(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
