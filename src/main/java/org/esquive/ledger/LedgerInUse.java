package org.esquive.ledger;

/// Another program has the database open: an Esquive that runs, most likely, which can be asked instead.
public final class LedgerInUse extends LedgerUnavailable {
    private static final long serialVersionUID = 1L;

    /// @param whatToDo one sentence for a keeper: what happened and what to do next; no number, no text
    public LedgerInUse(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
