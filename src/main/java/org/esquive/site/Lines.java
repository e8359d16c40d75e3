package org.esquive.site;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.esquive.ledger.Figures;
import org.esquive.policy.Hold;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.esquive.site.PublicFigures.Seen;

/// The lines as visitors may know them, at this moment: what keepers decided shows at once, what the ledger knows
/// within a minute.
public final class Lines {
    private final Known known;
    private final PublicFigures figures;
    private final InstantSource clock;

    /// What is known of the lines without the ledger, each as it is now.
    ///
    /// @param settings as keepers wrote them; without lines before the first one is set up
    /// @param rulebook the same as it is applied
    /// @param downChannels the channels that carry no texts for now, by id
    public record Known(Supplier<Settings> settings, Supplier<Rulebook> rulebook, Supplier<Set<String>> downChannels) {}

    /// @param beside where figures are read that nobody waits for
    public Lines(Known known, Figures figures, InstantSource clock, Executor beside) {
        this.known = known;
        this.figures = new PublicFigures(figures, clock, beside);
        this.clock = clock;
    }

    Settings settings() {
        return known.settings().get();
    }

    /// The line of that id, whatever a request may name.
    Optional<Line> named(String id) {
        return settings().lines().stream()
                .filter(line -> line.id().value().equals(id))
                .findFirst();
    }

    /// The line for a visitor, if there is any line.
    Optional<Line> handOut(Visitor visitor) {
        Set<String> down = known.downChannels().get();
        Handout handout = new Handout(line -> !down.contains(line.channel()) && answers(line));
        return handout.pick(settings().lines(), visitor);
    }

    private boolean answers(Line line) {
        return holds(line, figures.of(line)).stream().noneMatch(Hold::pauses);
    }

    /// What was read of the ledger for a line, the same object until it is read again.
    Seen seen(Line line) {
        return figures.of(line);
    }

    /// The last day that is counted of a line.
    LocalDate countedUntil(Line line) {
        return figures.until(line);
    }

    /// Where a line stands, given what was read of the ledger.
    Standing standing(Line line, Seen seen) {
        return new Standing(settings(), line, holds(line, seen), seen.counts(), clock.instant());
    }

    /// Where a place without lines stands.
    Standing nothing() {
        return Standing.empty(settings(), clock.instant());
    }

    private List<Hold> holds(Line line, Seen seen) {
        return known.rulebook()
                .get()
                .of(line.id())
                .map(rules -> rules.holds(seen.record(), seen.channel(), clock.instant()))
                .orElse(List.of());
    }
}
