package org.esquive.console.change;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Problem;
import org.esquive.settings.yaml.Edit;
import org.esquive.settings.yaml.Reading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The first steps: from nothing to a line that answers, in a few pages. Each page asks a little, is judged at once,
/// and leads to the next; going back loses nothing. What was answered waits here for an hour, secrets and all, and
/// nothing is changed before the last page.
@Controller
public final class Welcome {
    /// The cookie of a browser in which the first steps were put off, until it is closed.
    public static final String PUT_OFF = "esquive-welcome-later";

    private static final String FIRST = "/console/welcome";
    private static final String STEP = FIRST + "/{step}";
    private static final String TEMPLATE = "console/welcome";

    private final Turn turn;
    private final Kinds kinds;
    private final Steps steps;
    private final StepView view;
    private final Shelf<Sketch> sketches;

    Welcome(Turn turn, Kinds kinds, Steps steps) {
        this.turn = turn;
        this.kinds = kinds;
        this.steps = steps;
        this.view = new StepView(turn, steps);
        this.sketches = new Shelf<>(turn.clock());
    }

    @GetMapping(FIRST)
    String begin(Principal who, Model model) {
        return page(Step.COUNTRY, sketch(who), model);
    }

    /// Begins anew, whatever was answered before.
    @PostMapping(FIRST + "/anew")
    String anew(Principal who) {
        sketches.remove(who.getName(), FIRST);
        return "redirect:" + FIRST;
    }

    /// Puts the first steps off: the console no longer leads there by itself until the browser is closed.
    @PostMapping(FIRST + "/later")
    String later(HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(PUT_OFF, "1")
                .path("/console")
                .httpOnly(true)
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:/console";
    }

    @GetMapping(STEP)
    String show(@PathVariable String step, Principal who, Model model) {
        Step asked = step(step);
        Sketch sketch = sketch(who);
        Step reached = steps.reached(sketch);
        return asked.compareTo(reached) > 0 ? "redirect:" + reached.page() : page(asked, sketch, model);
    }

    /// Takes the answers of a step. A button of it may ask for something else than the next step.
    @PostMapping(STEP)
    String take(
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model model,
            RedirectAttributes after)
            throws InterruptedException {
        Step asked = step(step);
        Sent sent = Sent.of(values);
        if (asked == Step.REVIEW) {
            return start(who, model, after);
        }
        Sketch answered = steps.answered(asked, sketch(who), sent);
        sketches.put(who.getName(), FIRST, answered);
        List<Problem> problems = steps.problems(asked, answered);
        if (problems.isEmpty() && sent.one("test").isPresent()) {
            model.addAttribute("tried", kinds.examine(channel(answered), turn.phrases()));
            return page(asked, answered, model);
        }
        return problems.isEmpty()
                ? "redirect:" + steps.after(asked, answered).page()
                : wrong(asked, answered, sent, problems, model);
    }

    private String wrong(Step step, Sketch sketch, Sent sent, List<Problem> problems, Model model) {
        Complaints complaints = new Complaints(problems, sketch.draft(), turn.phrases());
        List<Group.Shown> shown =
                view.show(step, sketch, question -> complaints.on(question.asked(sketch.draft(), sent)), model);
        Turn.complain(shown, complaints, model);
        return TEMPLATE;
    }

    private String page(Step step, Sketch sketch, Model model) {
        var _ = view.show(step, sketch, question -> question.asked(sketch.draft()), model);
        return TEMPLATE;
    }

    /// The channel as it was answered.
    private static ChannelSettings channel(Sketch sketch) {
        return Steps.channel(sketch).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Makes it the settings.
    private String start(Principal who, Model model, RedirectAttributes after) {
        Sketch sketch = sketch(who);
        var finished = sketch.finished(steps.channelName(sketch));
        List<Edit> edits = finished.since(sketch.before());
        String id = sketch.lineId();
        Outcome outcome = turn.editor().save(who.getName(), sketch.from(), edits);
        Turn.Way way = new Turn.Way(FIRST + "/done?line=" + id, LineForm.PATH + id);
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        Optional<String> next = turn.follow(outcome, way, pages);
        if (outcome instanceof Outcome.Saved) {
            sketches.remove(who.getName(), FIRST);
        }
        return next.orElseGet(() -> {
            turn.refused((Outcome.Wrong) outcome, pages);
            return "redirect:" + Step.REVIEW.page();
        });
    }

    @GetMapping(FIRST + "/done")
    String done(@RequestParam(defaultValue = "") String line, Model model) {
        var known = turn.editor().desk().current().lines().stream()
                .filter(each -> each.id().value().equals(line))
                .findFirst();
        if (known.isEmpty()) {
            return "redirect:/console";
        }
        view.done(known.get(), model);
        return TEMPLATE;
    }

    private Sketch sketch(Principal who) {
        return sketches.get(who.getName(), FIRST).orElseGet(steps::begin);
    }

    private static Step step(String name) {
        return Step.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Whether the settings can be read as they would be.
    static List<Problem> problems(Reading reading) {
        return switch (reading) {
            case Reading.Invalid(var problems) -> problems;
            case Reading.Valid _ -> List.of();
        };
    }
}
