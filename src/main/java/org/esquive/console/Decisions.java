package org.esquive.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Search;
import org.esquive.policy.Reason;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Every text of a line with its decision and reason: one reason a text, which is what keepers of other
/// gateways miss most. A page looks through so many texts and no more; where it stopped, it says so and goes on
/// if asked.
@Controller
public final class Decisions {
    /// Texts on a page.
    static final int SHOWN = 100;

    private static final String KEEPER = "KEEPER";

    private final Lines lines;
    private final Figures figures;
    private final KeptTexts kept;
    private final InstantSource clock;

    /// @param settings what keepers decided, as it is now
    /// @param kept what people wrote, where it is kept
    public Decisions(Supplier<Settings> settings, Figures figures, KeptTexts kept, InstantSource clock) {
        this.lines = new Lines(settings);
        this.figures = figures;
        this.kept = kept;
        this.clock = clock;
    }

    @GetMapping("/console/decisions")
    String show(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        Asked asked = Asked.of(parameters);
        Optional<Line> line = lines.chosen(asked.line());
        model.addAttribute("lines", lines.ids());
        model.addAttribute("reasons", names(Reason.values()));
        model.addAttribute("states", names(ReplyState.values()));
        model.addAttribute(
                "view",
                line.map(each -> read(each, asked.of(each.id()), request)).orElse(null));
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

    private DecisionsView read(Line line, Asked asked, HttpServletRequest request) {
        try {
            Step step = step(line, asked);
            boolean mayRead = line.keeps() && request.isUserInRole(KEEPER);
            return view(line, step, mayRead);
        } catch (LedgerUnavailable _) {
            return DecisionsView.unreadable(asked);
        }
    }

    /// A page of texts, newest first.
    ///
    /// @param older where older texts begin, if there are any
    /// @param newer where newer ones begin, if there may be any
    private record Step(Asked asked, List<Figures.Entry> entries, Optional<Long> older, Optional<Long> newer) {}

    /// A page towards newer texts that is not full has come to the newest: those are shown as the first page
    /// shows them.
    private Step step(Line line, Asked asked) {
        boolean up = asked.page().goesUp();
        Search.Found found = figures.find(line.id(), new Search(asked.only(), asked.range(line.zone()), !up, SHOWN));
        if (up && found.on().isEmpty()) {
            return step(line, asked.from(Asked.Page.FIRST));
        }
        List<Figures.Entry> entries = up ? found.entries().reversed() : found.entries();
        Optional<Long> beside = asked.page().isFirst()
                ? Optional.empty()
                : Optional.of(Long.parseLong(asked.page().id()));
        return up
                ? new Step(asked, entries, beside.map(id -> id + 1), found.on())
                : new Step(asked, entries, found.on(), beside.map(id -> id - 1));
    }

    private DecisionsView view(Line line, Step step, boolean mayRead) {
        Times times = new Times(clock, line.zone());
        List<Long> ids = step.entries().stream().map(Figures.Entry::id).toList();
        Map<Long, KeptTexts.Kept> words = mayRead ? kept.of(line.id(), ids) : Map.of();
        boolean full = step.entries().size() == SHOWN;
        Optional<Long> further = full ? Optional.empty() : step.asked().page().goesUp() ? step.newer() : step.older();
        return new DecisionsView(
                step.asked(),
                step.entries().stream()
                        .map(entry -> EntryView.of(entry, times, Optional.ofNullable(words.get(entry.id()))))
                        .toList(),
                true,
                link(step.asked(), "before", step.older()),
                link(step.asked(), "after", step.newer()),
                further.map(id -> times.of(Ids.momentOf(id))).orElse(""),
                line.keep().isOn() ? line.keep().what().word() : "",
                line.limits().textsPerSender());
    }

    private static String link(Asked asked, String way, Optional<Long> id) {
        return id.map(it -> "/console/decisions?"
                        + asked.from(new Asked.Page(way, Long.toString(it))).query())
                .orElse("");
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
