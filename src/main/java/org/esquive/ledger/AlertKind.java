package org.esquive.ledger;

/// What a keeper should know of. Each has a sentence and an advice in the pages and messages, and a line in
/// `docs/alerts.md`.
public enum AlertKind {
    /// A sender texted beyond the limit.
    SENDER_LIMIT,
    /// More comes in than people send.
    FLOOD,
    /// A flood is over.
    FLOOD_OVER,
    /// A block of numbers that lie beside each other is not answered for a while.
    NEIGHBOURS,
    /// Replies are stopped for an hour because the latest did harm.
    BREAKER,
    /// Most of what a cap allows is used.
    LIMIT_NEAR,
    /// All that a cap allows is used.
    LIMIT_REACHED,
    /// A channel does not work.
    CHANNEL_DOWN,
    /// A channel works again.
    CHANNEL_UP,
    /// Replies are refused or cannot be delivered.
    RECEIPTS_FAILING,
    /// Nothing came in for unusually long.
    NO_INBOUND,
    /// The disk is nearly full.
    DISK_LOW,
    /// The ledger cannot be written, or replies cannot be sent.
    TROUBLE,
    /// The clock of the machine jumped.
    CLOCK,
    /// All replies were stopped, or may leave again.
    PANIC,
    /// A keeper wanted to see whether alerts arrive.
    TEST
}
