package org.esquive.api;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Figures;
import org.esquive.policy.Rules;
import org.esquive.settings.Change;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.SettingsYaml;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The lines, whether they answer, and the switch that stops all replies.
@RestController
@RequestMapping("/api/v1")
public final class LinesApi {
    /// How often a change of one line is tried again when somebody else was quicker.
    private static final int TRIES = 5;

    private final Steering steering;
    private final Figures figures;
    private final AuditLog audit;
    private final InstantSource clock;

    public LinesApi(Steering steering, Figures figures, AuditLog audit, InstantSource clock) {
        this.steering = steering;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether a line is to answer.
    ///
    /// @param status what it is to be
    public record StatusView(Line.Status status) {}

    /// Whether all replies are stopped, on every line.
    public record RepliesView(boolean stopped) {}

    /// What a program sends; any of it may be missing.
    public record StatusWish(Optional<Line.Status> status) {}

    /// What a program sends; any of it may be missing.
    public record RepliesWish(Optional<Boolean> stopped) {}

    @GetMapping("/lines")
    @Needs(Scope.FIGURES_READ)
    ListView<LineView> lines() {
        List<LineView> lines = steering.current().lines().stream()
                .flatMap(line -> steering.rulebook().of(line.id()).stream())
                .map(this::view)
                .toList();
        return ListView.whole(lines);
    }

    @GetMapping("/lines/{line}")
    @Needs(Scope.FIGURES_READ)
    LineView line(@PathVariable("line") String line) {
        return view(Asked.line(line, steering));
    }

    @PutMapping("/lines/{line}/status")
    @Needs(Scope.LINES_WRITE)
    LineView setStatus(@PathVariable("line") String line, @RequestBody StatusWish wish, Principal who) {
        Rules rules = Asked.line(line, steering);
        Line.Status status =
                wish.status().orElseThrow(() -> new Refusal(Fault.BAD_BODY, "The field status is missing."));
        if (rules.line().status() != status) {
            change(rules.line(), status, who.getName());
        }
        return view(Asked.line(line, steering));
    }

    @GetMapping("/replies")
    @Needs(Scope.FIGURES_READ)
    RepliesView replies() {
        return new RepliesView(steering.current().panic());
    }

    @PutMapping("/replies")
    @Needs(Scope.LINES_WRITE)
    RepliesView setReplies(@RequestBody RepliesWish wish, Principal who) {
        boolean stopped =
                wish.stopped().orElseThrow(() -> new Refusal(Fault.BAD_BODY, "The field stopped is missing."));
        if (steering.current().panic() != stopped) {
            if (!(steering.panic(who.getName(), stopped) instanceof Change.Made)) {
                throw new Refusal(Fault.SETTINGS_CHANGED, "");
            }
            audit.append(
                    clock.instant(), who.getName(), stopped ? Deed.REPLIES_STOPPED : Deed.REPLIES_RESUMED, "all lines");
        }
        return new RepliesView(steering.current().panic());
    }

    /// The rest of the settings stays as whoever is quicker wants it.
    private void change(Line line, Line.Status status, String who) {
        for (int tries = 0; tries < TRIES; tries++) {
            int version = steering.version();
            Settings settings = steering.current();
            Line now = settings.line(line.id()).orElseThrow(() -> Refusal.notFound("line of that id"));
            String document = SettingsYaml.write(settings.with(now.with(status)));
            switch (steering.change(who, version, document)) {
                case Change.Made(var made, var _) -> {
                    audit.append(clock.instant(), who, Deed.SETTINGS_CHANGED, "version " + made);
                    return;
                }
                case Change.Refused(var problems) -> throw new Refusal(Fault.INVALID_SETTINGS, "", problems);
                case Change.Conflict _ -> {
                    // Somebody was quicker: once more, with what they wrote.
                }
            }
        }
        throw new Refusal(Fault.SETTINGS_CHANGED, "");
    }

    private LineView view(Rules rules) {
        return LineView.of(rules, figures, clock.instant());
    }
}
