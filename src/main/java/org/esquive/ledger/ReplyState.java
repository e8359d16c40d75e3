package org.esquive.ledger;

/// Where a reply stands. `DUE → SENDING → SENT → DELIVERED | FAILED`, with the ways out below.
public enum ReplyState {
    /// It waits for its time.
    DUE,
    /// Somebody claimed it; what becomes of it is not written yet.
    SENDING,
    /// The network took it.
    SENT,
    /// It reached the phone.
    DELIVERED,
    /// The network could not deliver it.
    FAILED,
    /// The network would not take it.
    REFUSED,
    /// It may have been sent or not; it is shown, and never sent again.
    UNKNOWN,
    /// It was too late to send it.
    EXPIRED,
    /// The sender's STOP or HELP took its place.
    CANCELLED;

    /// Whether the reply still waits or is on its way, so that the sender gets no second one.
    public boolean isPending() {
        return this == DUE || this == SENDING;
    }
}
