package org.esquive.policy;

import java.time.Instant;
import java.util.Optional;

/// What becomes of a text: exactly one reply, or silence with its reason.
public sealed interface Decision {

    /// The text is answered, once, when it is due.
    ///
    /// @param answer which of our texts
    /// @param language the language tag of the text
    /// @param text the words
    /// @param dueAt when it may leave
    /// @param expiresAt when it is too late to leave
    /// @param cover a neutral text that leaves before it, if there is to be one
    record Reply(Answer answer, String language, String text, Instant dueAt, Instant expiresAt, Optional<Cover> cover)
            implements Decision {

        /// A reply without a cover.
        public Reply(Answer answer, String language, String text, Instant dueAt, Instant expiresAt) {
            this(answer, language, text, dueAt, expiresAt, Optional.empty());
        }
    }

    /// A neutral text that reveals nothing.
    ///
    /// @param text the words
    /// @param dueAt when it may leave
    record Cover(String text, Instant dueAt) {}

    /// The text is counted and not answered.
    ///
    /// @param reason why
    /// @param hold what the reason is, more exactly, where it may pass
    record Silence(Reason reason, Optional<Hold> hold) implements Decision {

        /// A silence whose reason says it all.
        public Silence(Reason reason) {
            this(reason, Optional.empty());
        }

        /// A silence that may pass.
        public Silence(Reason reason, Hold hold) {
            this(reason, Optional.of(hold));
        }
    }

    /// Which of our texts is the answer.
    enum Answer {
        /// The text the line exists for.
        MESSAGE,
        /// A neutral text before it.
        COVER,
        /// What HELP gets.
        HELP,
        /// What STOP gets, once.
        STOP,
        /// What START gets.
        START
    }
}
