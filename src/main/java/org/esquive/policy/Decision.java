package org.esquive.policy;

import java.time.Instant;

/// What becomes of a text: exactly one reply, or silence with its reason.
public sealed interface Decision {

    /// The text is answered, once, when it is due.
    ///
    /// @param answer which of our texts
    /// @param language the language tag of the text
    /// @param text the words
    /// @param dueAt when it may leave
    /// @param expiresAt when it is too late to leave
    record Reply(Answer answer, String language, String text, Instant dueAt, Instant expiresAt) implements Decision {}

    /// The text is counted and not answered.
    ///
    /// @param reason why
    record Silence(Reason reason) implements Decision {}

    /// Which of our texts is the answer.
    enum Answer {
        /// The text the line exists for.
        MESSAGE,
        /// What HELP gets.
        HELP,
        /// What STOP gets, once.
        STOP,
        /// What START gets.
        START
    }
}
