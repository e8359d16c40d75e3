package org.esquive.console;

import java.security.Principal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.settings.Change;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// The switch that stops all replies, on every line, with one press. Letting them leave again takes a second page, so
/// that nobody does it by a slip.
@Controller
public final class Panic {
    private final Lines lines;
    private final Supplier<Settings> settings;
    private final BiFunction<String, Boolean, Change> change;
    private final AuditLog audit;
    private final InstantSource clock;

    /// @param settings what keepers decided, as it is now
    /// @param change changes whether all replies are stopped, by an author
    /// @param audit where it is written down who did it
    public Panic(
            Supplier<Settings> settings,
            BiFunction<String, Boolean, Change> change,
            AuditLog audit,
            InstantSource clock) {
        this.lines = new Lines(settings);
        this.settings = settings;
        this.change = change;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/console/panic")
    String stop(@RequestParam(required = false) @Nullable String line, Principal keeper) {
        return set(keeper, true, line);
    }

    /// Asks once more; there is nothing to ask if replies leave.
    @GetMapping("/console/resume")
    String ask(@RequestParam(required = false) @Nullable String line, Model model) {
        if (!settings.get().panic()) {
            return back(line);
        }
        model.addAttribute("line", chosen(line));
        return "console/resume";
    }

    @PostMapping("/console/resume")
    String resume(@RequestParam(required = false) @Nullable String line, Principal keeper) {
        return set(keeper, false, line);
    }

    private String set(Principal keeper, boolean stopped, @Nullable String line) {
        if (change.apply(keeper.getName(), stopped) instanceof Change.Made) {
            audit.append(clock.instant(), keeper.getName(), stopped ? Deed.REPLIES_STOPPED : Deed.REPLIES_RESUMED, "");
            return back(line);
        }
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    private String back(@Nullable String line) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/console")
                        .queryParam("line", chosen(line))
                        .encode()
                        .toUriString();
    }

    /// A line of ours, whatever was asked.
    private String chosen(@Nullable String line) {
        Optional<Line> known = lines.chosen(line);
        return known.map(each -> each.id().value()).orElse("");
    }
}
