package org.esquive.console.studio;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.esquive.console.Desk;
import org.esquive.console.Times;
import org.esquive.console.studio.Composer.Wanted;
import org.esquive.console.studio.TextDesk.Outcome;
import org.esquive.console.studio.TextDesk.Own;
import org.esquive.console.studio.TextDesk.Wish;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.message.Plain;
import org.esquive.settings.Line;
import org.esquive.settings.Problem;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Validation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// The page of the texts. Looking changes nothing; measuring, making plain and taking over what another keeper wrote
/// only change what stands in the fields; saving and taking back make a new version of the settings.
@Controller
public final class Studio {
    private static final String PAGE = "/console/texts";
    private static final String VIEW = "console/texts";
    private static final String SAVED = "saved";

    private final TextDesk desk;
    private final Composer composer;
    private final History history;
    private final InstantSource clock;

    /// @param audit where a change is written down
    public Studio(Desk desk, AuditLog audit, InstantSource clock) {
        this.desk = new TextDesk(desk, audit, clock);
        this.composer = new Composer(this.desk);
        this.history = new History(this.desk);
        this.clock = clock;
    }

    /// What was done, to be said once.
    ///
    /// @param name the end of a message key
    /// @param version the version that is now in force
    /// @param undo the version to go back to; 0 if there is nothing to undo
    public record Done(String name, int version, int undo) {}

    /// A change in the history, in words.
    ///
    /// @param current whether it made the texts that are in force
    public record Past(int version, String who, String at, boolean own, boolean current, List<History.Turned> steps) {}

    @GetMapping(PAGE)
    String show(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            Model model) {
        Line line = line(request.getParameter("line"));
        boolean known = Asked.isTag(language);
        model.addAttribute("unknown", language != null && !known);
        String tag = known ? Objects.requireNonNull(language) : line.language();
        int version = desk.version();
        Typed typed = desk.inForce(tag)
                .or(() -> desk.inForce(from == null ? line.language() : from))
                .map(Typed::of)
                .orElse(Typed.EMPTY);
        return page(new Wanted(line, tag, version, version, typed), List.of(), request, model);
    }

    @PostMapping(PAGE)
    String save(HttpServletRequest request, Principal keeper, Model model, RedirectAttributes after) {
        Wanted wanted = wanted(Asked.of(request));
        StudioView view = composer.view(wanted, tooMany(wanted), language(request));
        Optional<ReplyTexts> texts = wanted.typed().texts();
        if (texts.isEmpty() || !view.wrong().isEmpty() || !view.problems().isEmpty()) {
            return page(wanted, view.problems(), request, model);
        }
        int before = desk.version();
        Optional<ReplyTexts> own = texts.filter(written ->
                !TextDesk.shipped(wanted.language()).map(written::equals).orElse(false));
        Wish wish = new Wish(keeper.getName(), wanted.version(), wanted.language(), own, Deed.SETTINGS_CHANGED);
        return switch (desk.take(wish)) {
            case Outcome.Saved(int version, boolean changed) -> {
                after.addFlashAttribute(
                        SAVED, changed ? new Done("saved", version, before) : new Done("same", version, 0));
                yield back(wanted.line(), wanted.language());
            }
            case Outcome.Refused(var problems) ->
                page(wanted, problems.stream().map(Studio::note).toList(), request, model);
            case Outcome.Overtaken _ -> page(composer.merged(wanted), List.of(), request, model);
        };
    }

    /// What the fields take, all of them or one.
    @PostMapping(PAGE + "/measure")
    String measure(HttpServletRequest request, Model model) {
        Asked asked = Asked.of(request);
        Wanted wanted = wanted(asked);
        if (asked.step() == null) {
            return page(wanted, List.of(), request, model);
        }
        model.addAttribute("watcher", false);
        model.addAttribute("step", composer.step(asked.step(), wanted, language(request)));
        model.addAttribute("language", wanted.language());
        return VIEW + "-parts :: live";
    }

    /// Puts the plain form of a text into its field.
    @PostMapping(PAGE + "/plain")
    String plain(HttpServletRequest request, Model model) {
        Asked asked = Asked.of(request);
        Step step = step(asked);
        Wanted wanted = wanted(asked);
        String plain = Plain.of(wanted.typed().at(step)).text();
        return page(wanted.with(wanted.typed().with(step, plain)), List.of(), request, model);
    }

    /// Puts what another keeper wrote into the field.
    @PostMapping(PAGE + "/theirs")
    String theirs(HttpServletRequest request, Model model) {
        Asked asked = Asked.of(request);
        Step step = step(asked);
        Wanted wanted = wanted(asked);
        String theirs = composer.now(wanted.language()).at(step);
        return page(wanted.with(wanted.typed().with(step, theirs)), List.of(), request, model);
    }

    /// Goes back to the texts of a version, or to those shipped, by writing a new version.
    ///
    /// @param to the version; 0 for the shipped texts
    @PostMapping(PAGE + "/back")
    String takeBack(@RequestParam int to, HttpServletRequest request, Principal keeper, RedirectAttributes after) {
        Asked asked = Asked.of(request);
        Line line = line(asked.line());
        String language = tag(asked);
        int before = desk.version();
        Optional<Own> texts = to == 0 ? Optional.of(new Own(Optional.empty())) : desk.own(to, language);
        Done done = texts.map(own ->
                        new Wish(keeper.getName(), asked.version(), language, own.texts(), Deed.SETTINGS_TAKEN_BACK))
                .map(desk::take)
                .map(outcome -> switch (outcome) {
                    case Outcome.Saved(int version, boolean changed) ->
                        changed
                                ? new Done(to == 0 ? "shipped" : "back", version, before)
                                : new Done("same", version, 0);
                    case Outcome.Refused _ -> new Done("refused", desk.version(), 0);
                    case Outcome.Overtaken _ -> new Done("overtaken", desk.version(), 0);
                })
                .orElse(new Done("unreadable", desk.version(), 0));
        after.addFlashAttribute(SAVED, done);
        return back(line, language);
    }

    @GetMapping(PAGE + "/history")
    String history(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Model model) {
        Line line = line(request.getParameter("line"));
        String tag = Asked.isTag(language) ? Objects.requireNonNull(language) : line.language();
        int end = Asked.number(before);
        History.Part part = history.before(end == 0 ? Integer.MAX_VALUE : end, tag);
        Times times = new Times(clock, line.zone());
        List<Past> turns = part.turns().stream()
                .map(turn -> new Past(
                        turn.version().number(),
                        turn.version().author(),
                        times.brief(turn.version().at()),
                        turn.own(),
                        end == 0 && turn.equals(part.turns().getFirst()),
                        turn.steps()))
                .toList();
        model.addAttribute("watcher", request.isUserInRole("WATCHER"));
        model.addAttribute("turns", turns);
        model.addAttribute("further", part.before());
        model.addAttribute("version", desk.version());
        model.addAttribute("line", line.id().value());
        model.addAttribute("language", tag);
        model.addAttribute("name", Composer.name(tag, language(request)));
        return "console/texts-history";
    }

    private String page(Wanted wanted, List<Note> problems, HttpServletRequest request, Model model) {
        model.addAttribute("watcher", request.isUserInRole("WATCHER"));
        model.addAttribute("studio", composer.view(wanted, problems, language(request)));
        return VIEW;
    }

    private static Locale language(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request);
    }

    private Wanted wanted(Asked asked) {
        return new Wanted(line(asked.line()), tag(asked), asked.version(), asked.base(), asked.typed());
    }

    private List<Note> tooMany(Wanted wanted) {
        Set<String> own = desk.settings().texts().keySet();
        return own.contains(wanted.language()) || own.size() < Validation.MOST_LANGUAGES
                ? List.of()
                : List.of(new Note("TOO_MANY_LANGUAGES", String.valueOf(Validation.MOST_LANGUAGES), true));
    }

    private static Note note(Problem problem) {
        return new Note("OTHER", problem.sentence(), true);
    }

    /// The line that was asked for, or the first.
    private Line line(@Nullable String id) {
        List<Line> lines = desk.settings().lines();
        return lines.stream()
                .filter(line -> line.id().value().equals(id))
                .findFirst()
                .orElseGet(lines::getFirst);
    }

    private static String tag(Asked asked) {
        if (!Asked.isTag(asked.language())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return asked.language();
    }

    private static Step step(Asked asked) {
        if (asked.step() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return asked.step();
    }

    private static String back(Line line, String language) {
        return "redirect:"
                + UriComponentsBuilder.fromPath(PAGE)
                        .queryParam("line", line.id().value())
                        .queryParam("language", language)
                        .encode()
                        .toUriString();
    }
}
