package org.esquive.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;

/// The lines a console page may be about.
public final class Lines {
    private final Supplier<Settings> settings;

    /// @param settings what keepers decided, as it is now
    public Lines(Supplier<Settings> settings) {
        this.settings = settings;
    }

    /// The line that was asked for, or the first; none before one is set up.
    public Optional<Line> chosen(@Nullable String id) {
        List<Line> lines = settings.get().lines();
        return lines.stream()
                .filter(line -> line.id().value().equals(id))
                .findFirst()
                .or(() -> lines.stream().findFirst());
    }

    /// The ids of all lines.
    public List<String> ids() {
        return settings.get().lines().stream().map(line -> line.id().value()).toList();
    }
}
