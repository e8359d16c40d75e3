package org.esquive.console;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.ledger.Figures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Every text of a line with its decision and reason: one reason a text, which is what keepers of other gateways
/// miss most.
@Controller
public final class Decisions {
    /// Texts on the page.
    static final int SHOWN = 200;

    private final Lines lines;
    private final Figures figures;
    private final InstantSource clock;

    /// @param settings what keepers decided, as it is now
    public Decisions(Supplier<Settings> settings, Figures figures, InstantSource clock) {
        this.lines = new Lines(settings);
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/console/decisions")
    String show(@RequestParam(name = "line", required = false) @Nullable String asked, Model model) {
        Optional<Line> line = lines.chosen(asked);
        model.addAttribute("lines", lines.ids());
        model.addAttribute("line", line.map(each -> each.id().value()).orElse(""));
        try {
            model.addAttribute("entries", line.map(this::entries).orElse(List.of()));
            model.addAttribute("readable", true);
        } catch (LedgerUnavailable _) {
            model.addAttribute("entries", List.of());
            model.addAttribute("readable", false);
        }
        return "console/decisions";
    }

    /// What the pages about a line show now; it differs as soon as they would.
    public Object stamp(@Nullable String asked) {
        try {
            return lines.chosen(asked)
                    .<Object>map(line -> List.of(figures.latest(line.id(), 0, SHOWN), figures.alerts(line.id(), 1)))
                    .orElse("");
        } catch (LedgerUnavailable _) {
            return "unreadable";
        }
    }

    private List<EntryView> entries(Line line) {
        Times times = new Times(clock, line.zone());
        return figures.latest(line.id(), 0, SHOWN).stream()
                .map(entry -> EntryView.of(entry, times))
                .toList();
    }
}
