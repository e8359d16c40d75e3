package org.esquive.console.change;

import java.util.List;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Problem;
import org.esquive.settings.Warning;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;

/// What became of a form.
sealed interface Outcome {

    /// It is a new version, in force.
    ///
    /// @param draft what it says
    record Saved(int version, List<Warning> warnings, Draft draft) implements Outcome {}

    /// It changed nothing.
    record Same() implements Outcome {}

    /// It cannot be taken as it is.
    ///
    /// @param problems what is wrong
    /// @param draft what it would have said
    record Wrong(List<Problem> problems, Draft draft) implements Outcome {}

    /// Somebody else changed the settings since the form was filled in.
    ///
    /// @param now the version that is in force
    /// @param versions what was written meanwhile, the oldest first
    /// @param before what the form was filled in from
    /// @param theirs what is in force
    /// @param mine what the form would have changed
    record Clash(int now, List<Version> versions, Draft before, Draft theirs, List<Edit> mine) implements Outcome {

        /// What the others changed.
        List<Edit> meanwhile() {
            return theirs.since(before);
        }

        /// Whether a change of mine is at a place that the others changed too.
        boolean isContested(Edit edit) {
            return meanwhile().stream().anyMatch(edit::meets);
        }
    }
}
