package org.esquive.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// All that is remembered of a sender to a line: one row, however much they text.
///
/// @param texts texts counted so far, whatever became of them
/// @param replies replies decided so far
/// @param lastAt when the last one came; empty for somebody new
/// @param optedOut whether they asked for silence
/// @param pending whether a reply to them is waiting or on its way
public record SenderRecord(int texts, int replies, Optional<Instant> lastAt, boolean optedOut, boolean pending) {
    /// Somebody who never texted, or was forgotten.
    public static final SenderRecord NEW = new SenderRecord(0, 0, Optional.empty(), false, false);

    /// What is remembered at a moment: all of it, or nothing but a wish for silence once the memory is over.
    public SenderRecord rememberedAt(Instant now, Duration memory) {
        boolean forgotten = lastAt.map(last -> last.plus(memory).isBefore(now)).orElse(false);
        return forgotten ? new SenderRecord(0, 0, Optional.empty(), optedOut, false) : this;
    }

    /// The record with the sender's wish taken into account: STOP and START take effect whatever else is decided.
    public SenderRecord heeding(Keyword keyword) {
        return switch (keyword) {
            case STOP -> new SenderRecord(texts, replies, lastAt, true, pending);
            case START -> new SenderRecord(texts, replies, lastAt, false, pending);
            case HELP, NONE -> this;
        };
    }

    /// The record once a text was counted and decided.
    ///
    /// @param more replies that were decided for it: 0, 1, or 2 with a cover
    public SenderRecord after(int more, Instant at) {
        return new SenderRecord(texts + 1, replies + more, Optional.of(at), optedOut, pending || more > 0);
    }
}
