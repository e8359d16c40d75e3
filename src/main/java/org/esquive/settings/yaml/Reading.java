package org.esquive.settings.yaml;

import java.util.List;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.esquive.settings.Warning;

/// What a settings document turned out to be.
public sealed interface Reading {

    /// Valid as a whole.
    ///
    /// @param settings what it says
    /// @param warnings what is allowed but worth knowing
    record Valid(Settings settings, List<Warning> warnings) implements Reading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /// Not valid.
    ///
    /// @param problems every problem of it, at least one, at most 1,000
    record Invalid(List<Problem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
