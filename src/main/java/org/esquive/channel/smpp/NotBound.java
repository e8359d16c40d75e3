package org.esquive.channel.smpp;

/// A bind that did not come about. The message is a sentence for the keeper: what is wrong and what to do.
final class NotBound extends Exception {
    private final Why why;

    /// What it means for the next try.
    enum Why {
        /// The network or the SMSC has trouble: soon again.
        TROUBLE,
        /// The SMSC refuses who we are: carriers lock accounts that insist, so rarely again.
        CREDENTIALS,
        /// An older session of ours has to end there first.
        ALREADY_BOUND
    }

    NotBound(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    Why why() {
        return why;
    }

    /// The sentence.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
