package org.esquive.policy;

import java.time.Instant;
import java.util.Optional;

/// Why a line answers nobody, or not this person, and until when: "paused because X until Y".
///
/// @param scope whose limit or state it is
/// @param cause what it is
/// @param until when it ends by itself; empty if a keeper must end it
public record Hold(Scope scope, Cause cause, Optional<Instant> until) {

    /// Whose it is.
    public enum Scope {
        /// The line's.
        LINE,
        /// That of the channel which the line shares with others.
        CHANNEL,
        /// That of numbers which begin alike.
        PREFIX
    }

    /// What it is.
    public enum Cause {
        REPLIES_PER_MINUTE,
        REPLIES_PER_DAY,
        REPLIES_PER_MONTH,
        RECIPIENTS_PER_DAY,
        RECIPIENTS_PER_MONTH,
        NEW_RECIPIENTS_PER_HOUR,
        NEW_RECIPIENTS_PER_DAY,
        MONEY_PER_DAY,
        MONEY_PER_MONTH,
        /// The channel has prices, and none for this number.
        NO_PRICE,
        /// Too many people who never texted before.
        NEWCOMERS,
        /// So many people with one text each as no crowd of people is.
        BOTNET,
        /// Too many texts.
        TEXTS,
        /// A few senders with very many texts.
        SCRIPT,
        /// Too many people whose numbers lie beside each other.
        NEIGHBOURS,
        /// Too many replies cannot be delivered.
        UNDELIVERABLE,
        /// Too many people who were answered want silence.
        OPT_OUTS,
        /// The keeper muted the line.
        MUTED,
        /// The keeper retired the line.
        RETIRED,
        /// A keeper stopped all replies.
        PANIC
    }

    /// Whether it keeps somebody from being answered. A flood that costs nothing does not: it is told and counted
    /// apart.
    public boolean pauses() {
        return cause != Cause.TEXTS && cause != Cause.SCRIPT;
    }

    /// A hold of the whole line that ends by itself.
    static Hold until(Cause cause, Instant end) {
        return new Hold(Scope.LINE, cause, Optional.of(end));
    }

    /// A hold of the whole line that a keeper ends.
    static Hold byKeeper(Cause cause) {
        return new Hold(Scope.LINE, cause, Optional.empty());
    }
}
