package org.esquive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The numbered versions of the settings. A version is never changed; going back writes a new one.
public interface SettingsArchive {

    /// A stored version.
    ///
    /// @param number from 1
    /// @param author who wrote it
    /// @param at when
    /// @param document the document, its secrets sealed
    record Version(int number, String author, Instant at, String document) {}

    /// The newest version, if one was written.
    Optional<Version> latest();

    /// A version by its number.
    Optional<Version> version(int number);

    /// All versions, newest first, at most 1,000.
    List<Version> versions();

    /// Writes the next version.
    ///
    /// @param expected the number of the version the author started from, 0 for none
    /// @return the new version, or empty if somebody else wrote one meanwhile
    Optional<Version> append(int expected, String author, Instant at, String document);
}
