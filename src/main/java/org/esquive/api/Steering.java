package org.esquive.api;

import java.util.List;
import java.util.Optional;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Change;
import org.esquive.settings.Settings;

/// What programs may see and change of what keepers decided, and what they may see of the machine.
public interface Steering {

    /// How a channel is doing.
    ///
    /// @param state `UP`, `DOWN`, `UNKNOWN` or `ELSEWHERE`
    /// @param cause what is wrong; empty if nothing is
    record ChannelHealth(String id, String kind, String state, String cause) {}

    /// The settings in force.
    Settings current();

    /// The rules of the settings in force.
    Rulebook rulebook();

    /// The number of the version in force.
    int version();

    /// The settings in force as a document, its secrets masked.
    String document();

    /// A stored version as such a document; none if there is no such version, or it cannot be read today.
    Optional<String> document(int version);

    /// The stored versions, newest first.
    List<Version> versions();

    /// Changes the settings.
    ///
    /// @param author who does
    /// @param expected the version they started from
    /// @param yaml the whole document; a masked secret keeps the one that is stored
    Change change(String author, int expected, String yaml);

    /// Stops all replies on every line, or lets them leave again.
    Change panic(String author, boolean stopped);

    /// The channels.
    List<ChannelHealth> channels();
}
