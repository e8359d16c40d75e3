package org.esquive.ledger;

import java.time.Instant;
import org.esquive.message.Outbound;

/// A reply that is to be sent now, by whoever claimed it, or took leave for it by [Express].
///
/// @param outbound what to send
/// @param receivedAt when the text that it answers was received
/// @param attempts how often it was claimed before and came back unsent
/// @param dueAt since when it is due; a reply that comes back unsent with the same moment keeps its place in the
/// order
/// @param expiresAt when it is too late to send
public record Owed(Outbound outbound, Instant receivedAt, int attempts, Instant dueAt, Instant expiresAt) {}
