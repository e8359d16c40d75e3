package org.esquive.ledger;

/// What a keeper can have done.
public enum Deed {
    SIGNED_IN,
    /// Somebody tried to sign in under a name that exists, and could not.
    NOT_SIGNED_IN,
    SIGNED_OUT,
    /// A session was ended from elsewhere.
    SESSION_ENDED,
    PERSON_ADDED,
    PERSON_CHANGED,
    PERSON_REMOVED,
    PASSWORD_CHANGED,
    /// An authenticator app is asked for from now on.
    CODES_ON,
    /// And no longer is.
    CODES_OFF,
    SETTINGS_CHANGED,
    SETTINGS_TAKEN_BACK,
    REPLIES_STOPPED,
    REPLIES_RESUMED,
    /// Figures or settings left as a file.
    EXPORTED,
    /// A test text or a test alert was sent.
    TEST_SENT,
    REHEARSED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    /// What a webhook did not take was sent again.
    SENT_AGAIN
}
