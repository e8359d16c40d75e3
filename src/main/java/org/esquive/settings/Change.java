package org.esquive.settings;

import java.util.List;

/// What became of a wish to change the settings.
public sealed interface Change {

    /// The change is stored and in force.
    ///
    /// @param version the number of the new version
    /// @param warnings what the keeper should know about it
    record Made(int version, List<Warning> warnings) implements Change {
        public Made {
            warnings = List.copyOf(warnings);
        }
    }

    /// The document is not valid; nothing changed.
    ///
    /// @param problems every problem of it
    record Refused(List<Problem> problems) implements Change {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Somebody else changed the settings meanwhile; nothing of this change was taken.
    ///
    /// @param version the version that is now in force, to start again from
    record Conflict(int version) implements Change {}
}
