package org.esquive.ledger;

/// The database was begun with another instance key: this one would make everybody a stranger.
public final class WrongKey extends LedgerUnavailable {
    private static final long serialVersionUID = 1L;

    public WrongKey() {
        super(
                "The instance key is not the one of this database: give every node the same key file.",
                new IllegalStateException("another key"));
    }
}
