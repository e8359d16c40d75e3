package org.esquive.alert;

import java.util.List;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;

/// A way of telling keepers: what its folder offers to the program. The one bean of the folder implements it, and
/// is found by its being there.
public interface AlarmKind {

    /// The name in the settings, the same as the folder's: `mail`, `ntfy`.
    String name();

    /// What it wants to know beside [Ways#OPTIONS], in the order in which a form asks. Labels and hints are words of
    /// its
    /// folder, see [Option].
    List<Option> options();

    /// What is wrong with some settings of this kind: one sentence each, naming the option and what is expected;
    /// none if an alarm can be opened with them.
    List<String> problems(AlertSettings settings);

    /// Opens a way. Returns at once; connections are made for each notice.
    ///
    /// @param settings without [#problems(AlertSettings)]
    Alarm open(AlertSettings settings, Means means);

    /// How many notices a day it tells at most: what is beyond waits for the next day.
    default int mostPerDay() {
        return Integer.MAX_VALUE;
    }
}
