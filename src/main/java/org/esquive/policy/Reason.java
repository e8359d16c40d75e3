package org.esquive.policy;

/// Why a text is not answered, strongest first: who is writing, then what they ask, then how much was already
/// said. Each reason has a story in the tests and a line in `docs/policy.md`.
public enum Reason {
    /// A receipt, a flash or SIM text, a WAP push or a notice of the network: not words of a person.
    NOT_A_TEXT,
    /// A name, a short code, a withheld number, an emergency or help number: nobody a text should be sent back to.
    UNANSWERABLE,
    /// The sender is one of our own lines.
    OWN_LINE,
    /// A keeper's own phone, from which orders come.
    KEEPER,
    /// A landline, or a number that costs or is no phone: premium, shared cost, toll-free, pager, personal,
    /// unknown.
    NUMBER_TYPE,
    /// Not a country that this line answers.
    COUNTRY,
    /// On the keeper's own list.
    DENIED,
    /// The sender asked for silence.
    OPTED_OUT,
    /// It arrived too long after it was sent.
    STALE,
    /// Beyond the fifth text of this sender.
    SENDER_LIMIT,
    /// A reply to this sender is already waiting.
    PENDING,
    /// So soon after an answer of ours that a machine must have written it.
    TOO_SOON,
    /// Our own words came back: two services answering each other.
    ECHO,
    /// More comes in than people send, or what went out did harm: the line or a range of numbers is in flood.
    FLOOD,
    /// The line, its channel or a range of numbers has got all that may be said for now.
    LIMIT,
    /// A keeper muted or retired the line, or stopped all replies.
    PAUSED
}
