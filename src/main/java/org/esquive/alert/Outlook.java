package org.esquive.alert;

import java.util.List;
import java.util.Optional;

/// What the watch must see and the ledger does not know.
public interface Outlook {

    /// A channel that is known to work or not to.
    ///
    /// @param id its name in the settings
    /// @param cause one sentence of what is wrong; empty if all is well
    record ChannelState(String id, boolean down, String cause) {}

    /// Something that does not go on.
    ///
    /// @param part `ledger` if texts cannot be taken, `replies` if replies cannot leave
    /// @param cause one sentence
    record Trouble(String part, String cause) {}

    /// Room on the disk of the data folder, in bytes.
    record Room(long free, long total) {}

    /// The channels of which it is known whether they work.
    List<ChannelState> channels();

    /// What does not go on now.
    List<Trouble> troubles();

    /// The machine of this node, where there are several.
    default Optional<String> node() {
        return Optional.empty();
    }

    /// The room on the disk.
    Room disk();
}
