package org.esquive.console;

import java.util.List;

/// What the console must know and the ledger does not.
public interface Surroundings {

    /// A channel as keepers see it.
    ///
    /// @param id its name in the settings
    /// @param kind the folder that knows it
    /// @param state `UP`, `DOWN` or `UNKNOWN`
    /// @param cause what is wrong and what to do; empty if all is well
    record ChannelState(String id, String kind, String state, String cause) {}

    /// The channels, in the order of the settings.
    List<ChannelState> channels();

    /// What keeps texts from coming in or answers from leaving: one sentence each, with what to do.
    List<String> troubles();
}
