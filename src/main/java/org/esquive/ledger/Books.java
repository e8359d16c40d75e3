package org.esquive.ledger;

/// What keepers' commands read and write beside the flow of texts: the settings, and what the keepers' side keeps.
public interface Books extends AutoCloseable {

    /// The versions of the settings.
    SettingsArchive settings();

    /// What the keepers' side keeps.
    Office office();

    @Override
    void close();
}
