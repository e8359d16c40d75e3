package org.esquive.ledger;

import org.esquive.message.Receipt;

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

    /// The state once a receipt came. Receipts come in any order and more than once: what reached the phone stays
    /// delivered, what looked lost may still arrive, and a reply that was never given to the network is not
    /// moved.
    public ReplyState after(Receipt.State news) {
        return switch (this) {
            case SENDING, UNKNOWN -> stateOf(news);
            case SENT -> news == Receipt.State.SENT ? SENT : stateOf(news);
            case FAILED -> news == Receipt.State.DELIVERED ? DELIVERED : FAILED;
            case DUE, DELIVERED, REFUSED, EXPIRED, CANCELLED -> this;
        };
    }

    private static ReplyState stateOf(Receipt.State news) {
        return switch (news) {
            case SENT -> SENT;
            case DELIVERED -> DELIVERED;
            case FAILED -> FAILED;
        };
    }
}
