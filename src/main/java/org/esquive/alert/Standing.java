package org.esquive.alert;

import java.time.Instant;
import java.util.Optional;

/// How a destination is doing, for a keeper.
///
/// @param id its name in the settings
/// @param kind its kind
/// @param toldAt when it was told last
/// @param waiting causes that it was not told of yet
/// @param trouble what keeps it from being told
public record Standing(String id, String kind, Optional<Instant> toldAt, int waiting, Optional<Trouble> trouble) {

    /// Why a destination cannot be told.
    ///
    /// @param since when it failed first
    /// @param cause one sentence: what is wrong and what to do
    /// @param again when it is tried again
    public record Trouble(Instant since, String cause, Instant again) {}
}
