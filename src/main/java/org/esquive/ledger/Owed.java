package org.esquive.ledger;

import java.time.Instant;
import org.esquive.message.Outbound;

/// A reply that was claimed and is to be sent now, by whoever claimed it.
///
/// @param outbound what to send
/// @param attempts how often it was given to the channel before and came back unsent
/// @param expiresAt when it is too late to send
public record Owed(Outbound outbound, int attempts, Instant expiresAt) {}
