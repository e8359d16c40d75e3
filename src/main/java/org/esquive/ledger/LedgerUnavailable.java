package org.esquive.ledger;

/// The database cannot be read or written now. Nothing of the call was kept: the network is told "later".
public sealed class LedgerUnavailable extends RuntimeException permits LedgerInUse, ValueRefused, WrongKey {
    private static final long serialVersionUID = 1L;

    /// @param whatToDo one sentence for a keeper: what happened and what to do next; no number, no text
    public LedgerUnavailable(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
