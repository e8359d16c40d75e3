package org.esquive.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.policy.Hold;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;

/// Where a line stands when its page is written.
///
/// @param settings what keepers decided
/// @param line the line that is given out; none before the first one is set up
/// @param holds what keeps it from answering
/// @param counts what it counted
/// @param at when that was so
record Standing(Settings settings, @Nullable Line line, List<Hold> holds, Counts counts, Instant at) {

    /// No line.
    static Standing empty(Settings settings, Instant at) {
        return new Standing(settings, null, List.of(), Counts.HIDDEN, at);
    }

    /// The pause in the words of a language, if there is one. A line that is retired is not said to pause.
    Optional<Pause> pause(Language language) {
        return line == null || line.status() == Line.Status.RETIRED
                ? Optional.empty()
                : Pause.of(holds, at, line.zone(), language);
    }
}
