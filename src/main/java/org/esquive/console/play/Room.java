package org.esquive.console.play;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.esquive.console.Desk;
import org.esquive.console.Times;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.policy.Rules;
import org.esquive.rehearsal.OwnLine;
import org.esquive.rehearsal.Protection;
import org.esquive.rehearsal.Scenarios;
import org.esquive.settings.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The page of rehearsals: choose a story, watch it play, read what each protection saved.
@Controller
public final class Room {
    private static final String PAGE = "/console/rehearsal";

    private final Desk desk;
    private final Stage stage;
    private final AuditLog audit;
    private final InstantSource clock;

    /// @param audit where it is written down that somebody rehearsed
    public Room(Desk desk, Stage stage, AuditLog audit, InstantSource clock) {
        this.desk = desk;
        this.stage = stage;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(@RequestParam(required = false) @Nullable Integer id, HttpServletRequest request, Model model) {
        Locale locale = RequestContextUtils.getLocale(request);
        List<Played> played = stage.played();
        Optional<Played> shown =
                played.stream().filter(each -> id == null || each.id() == id).findFirst();
        Optional<Stage.Progress> progress = stage.progress();
        Times times = new Times(clock, zone());
        model.addAttribute("watcher", request.isUserInRole("WATCHER"));
        model.addAttribute("scenarios", Scenarios.names());
        model.addAttribute("protections", Protection.USUAL.subList(1, Protection.USUAL.size()));
        model.addAttribute(
                "lines",
                desk.current().lines().stream().map(line -> line.id().value()).toList());
        model.addAttribute("progress", progress.orElse(null));
        model.addAttribute("ending", stage.ending().map(Enum::name).orElse(""));
        model.addAttribute(
                "played", shown.map(each -> PlayedView.of(each, times, locale)).orElse(null));
        model.addAttribute(
                "others",
                played.stream()
                        .filter(each -> !each.equals(shown.orElse(null)))
                        .map(each -> PlayedView.of(each, times, locale))
                        .toList());
        return "console/rehearsal";
    }

    /// What a keeper wants to see.
    ///
    /// @param scenario the name of the story
    /// @param line their line that is to be played; none or empty for none
    /// @param guard the protections to compare with
    public record Wish(
            @Nullable String scenario,
            @Nullable String line,
            @Nullable List<String> guard) {}

    /// Starts a rehearsal.
    @PostMapping(PAGE)
    String start(@ModelAttribute Wish wish, Principal keeper, RedirectAttributes after) {
        String scenario = wish.scenario();
        if (scenario == null || !Scenarios.names().contains(scenario)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Optional<OwnLine> own = rules(wish.line()).map(OwnLine::of);
        List<Protection> usual = chosen(wish.guard() == null ? List.of() : wish.guard());
        if (own.isEmpty() && usual.isEmpty()) {
            after.addFlashAttribute("refusal", "NOTHING");
            return back();
        }
        Stage.Start start = stage.start(new Order(scenario, usual, own, keeper.getName()));
        switch (start) {
            case STARTED -> audit.append(clock.instant(), keeper.getName(), Deed.REHEARSED, scenario);
            case RUNNING, NO_MEMORY -> after.addFlashAttribute("refusal", start.name());
        }
        return back();
    }

    @PostMapping(PAGE + "/cancel")
    String cancel() {
        stage.cancel();
        return back();
    }

    private static List<Protection> chosen(List<String> names) {
        return Protection.USUAL.stream()
                .filter(protection -> names.contains(protection.name()))
                .filter(protection -> protection != Protection.NONE)
                .toList();
    }

    private Optional<Rules> rules(@Nullable String id) {
        return desk.current().lines().stream()
                .filter(line -> line.id().value().equals(id))
                .map(Line::id)
                .flatMap(line -> desk.rulebook().of(line).stream())
                .findFirst();
    }

    private ZoneId zone() {
        return desk.current().lines().stream().findFirst().map(Line::zone).orElse(ZoneId.of("UTC"));
    }

    private static String back() {
        return "redirect:" + PAGE;
    }
}
