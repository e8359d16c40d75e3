package org.esquive.console;

import java.util.List;
import java.util.Optional;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Change;
import org.esquive.settings.Settings;

/// The settings as the console sees and changes them. A change is a new version, with its author, or nothing at all.
///
/// A page that changes settings hands over the version its form was filled in from, so that of two keepers who change
/// them
/// at once the second hears of the first: see [Change.Conflict].
public interface Desk {

    /// The settings in force.
    Settings current();

    /// The rules of the settings in force.
    Rulebook rulebook();

    /// The number of the version in force.
    int version();

    /// The settings in force as a document to be shown or edited, its secrets masked.
    String document();

    /// A stored version as such a document; none if there is no such version, or it cannot be read today.
    Optional<String> document(int version);

    /// The stored versions, newest first, at most 1,000; their documents are sealed.
    List<Version> versions();

    /// Changes the settings.
    ///
    /// @param author who does
    /// @param expected the version they started from
    /// @param yaml the whole document; a masked secret keeps the one stored for that owner under that name
    Change change(String author, int expected, String yaml);

    /// Goes back to what an older version said, secrets included, by writing it as a new one.
    ///
    /// @param author who does
    /// @param expected the version they started from
    /// @param to the number of the older version
    Change goBack(String author, int expected, int to);

    /// Stops all replies on every line, or lets them leave again, whoever changes the settings meanwhile.
    ///
    /// @param author who does
    Change panic(String author, boolean stopped);
}
