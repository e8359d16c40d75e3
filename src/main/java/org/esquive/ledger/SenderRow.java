package org.esquive.ledger;

import java.time.Instant;
import java.util.Optional;
import org.esquive.message.Fingerprint;
import org.esquive.policy.SenderRecord;

/// The row of a sender.
///
/// @param sender whose row it is
/// @param record what is remembered; `pending` is not stored, it follows from the last reply
/// @param firstAt when the first text since the last forgetting came
/// @param lastReply the last reply decided for this sender, if it is still stored
public record SenderRow(Fingerprint sender, SenderRecord record, Instant firstAt, Optional<ReplyStanding> lastReply) {}
