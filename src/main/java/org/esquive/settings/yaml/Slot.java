package org.esquive.settings.yaml;

/// A key, as a section looks it up and as an error speaks of it.
interface Slot {

    /// What somebody types.
    String word();

    /// What may stand there, with an example.
    String expected();
}
