package org.esquive.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the console must know and the ledger does not.
public interface Surroundings {

    /// A channel as keepers see it.
    ///
    /// @param id its name in the settings
    /// @param kind the folder that knows it
    /// @param state `UP`, `DOWN`, `UNKNOWN` or `ELSEWHERE`
    /// @param cause what is wrong and what to do; empty if all is well
    record ChannelState(String id, String kind, String state, String cause) {}

    /// Who stopped all replies.
    ///
    /// @param author as the settings name them
    /// @param at when
    record Stop(String author, Instant at) {}

    /// Who stopped all replies, if they are stopped and it is known.
    Optional<Stop> stop();

    /// The channels, in the order of the settings.
    List<ChannelState> channels();

    /// Whether other nodes may share the database.
    default boolean hasNodes() {
        return false;
    }

    /// What keeps texts from coming in or answers from leaving: one sentence each, with what to do.
    List<String> troubles();
}
