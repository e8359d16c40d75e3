package org.esquive.api.hook;

import java.time.Instant;
import java.util.Optional;
import org.esquive.settings.WebhookSettings;

/// How a program is doing, for a keeper.
///
/// @param failingSince when it failed first, if it did since it was told last
/// @param missed events that were left out and that it does not know of yet
public record Standing(WebhookSettings settings, Optional<Instant> failingSince, long missed) {}
