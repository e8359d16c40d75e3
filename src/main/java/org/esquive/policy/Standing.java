package org.esquive.policy;

import java.time.Instant;
import java.util.Optional;

/// Where things stand when a text is decided, before it is counted.
///
/// @param sender what is remembered of its sender
/// @param lastReply the last reply to them
/// @param line what is remembered of the line, the coming of this text included
/// @param channel what all lines of its channel said
/// @param neighbours how many people of the sender's block of 1,000 numbers texted of late for the first time
public record Standing(SenderRecord sender, LastReply lastReply, LineRecord line, Spending channel, int neighbours) {

    /// A sender and a line, with nothing else to know.
    public Standing(SenderRecord sender, LineRecord line) {
        this(sender, LastReply.NONE, line, Spending.NONE, 0);
    }

    /// The last reply to a sender.
    ///
    /// @param decidedAt when it was decided, if there was one
    /// @param leftAt when it left, if it did and that is known
    public record LastReply(Optional<Instant> decidedAt, Optional<Instant> leftAt) {
        /// There was none.
        public static final LastReply NONE = new LastReply(Optional.empty(), Optional.empty());
    }
}
