package org.esquive.console.door;

import java.util.List;
import org.esquive.ledger.People.Outcome;
import org.esquive.ledger.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who may come in, what they may do, and where they are signed in. A watcher sees it; a keeper changes it, but
/// neither removes themselves nor leaves the line without a keeper.
@Controller
public final class PeoplePage {
    private static final String PAGE = "/console/people";
    private static final String VIEW = "console/people";

    private final Staff staff;
    private final Moments moments;

    public PeoplePage(Staff staff, Moments moments) {
        this.staff = staff;
        this.moments = moments;
    }

    /// Somebody.
    ///
    /// @param codes whether they have an authenticator app
    /// @param self whether it is who looks
    public record Row(
            String name, boolean keeper, boolean codes, String since, boolean self, List<SessionView> sessions) {}

    @GetMapping(PAGE)
    String show(
            @AuthenticationPrincipal Keeper self, @RequestParam(required = false) @Nullable String done, Model model) {
        return page(self, done != null && done.equals("done") ? "done" : "", model);
    }

    @PostMapping(PAGE + "/add")
    String add(
            @AuthenticationPrincipal Keeper self,
            @RequestParam String name,
            @RequestParam(defaultValue = "WATCHER") Person.Role role,
            Model model) {
        String wanted = Names.of(name);
        if (!Names.isGood(wanted)) {
            model.addAttribute("wanted", name);
            return page(self, "NAME", model);
        }
        return made(self, wanted, staff.add(self.name(), wanted, role), model);
    }

    @PostMapping(PAGE + "/reset")
    String reset(@AuthenticationPrincipal Keeper self, @RequestParam String name, Model model) {
        return name.equals(self.name())
                ? page(self, "SELF", model)
                : made(self, name, staff.reset(self.name(), name), model);
    }

    @PostMapping(PAGE + "/role")
    String setRole(
            @AuthenticationPrincipal Keeper self,
            @RequestParam String name,
            @RequestParam Person.Role role,
            Model model) {
        return name.equals(self.name())
                ? page(self, "SELF", model)
                : done(self, staff.setRole(self.name(), name, role), model);
    }

    @PostMapping(PAGE + "/remove")
    String remove(@AuthenticationPrincipal Keeper self, @RequestParam String name, Model model) {
        return name.equals(self.name())
                ? page(self, "SELF", model)
                : done(self, staff.remove(self.name(), name), model);
    }

    @PostMapping(PAGE + "/end")
    String endSessions(
            @AuthenticationPrincipal Keeper self,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String key) {
        staff.endSessions(self.name(), name, key);
        return "redirect:" + PAGE + "?done=done";
    }

    /// The page with a new password, which is shown this once.
    private String made(Keeper self, String name, Staff.Made made, Model model) {
        if (made.outcome() == Outcome.DONE) {
            model.addAttribute("madeFor", name);
            model.addAttribute("password", made.password());
            return page(self, "", model);
        }
        model.addAttribute("wanted", name);
        return page(self, made.outcome().name(), model);
    }

    private String done(Keeper self, Outcome outcome, Model model) {
        return outcome == Outcome.DONE ? "redirect:" + PAGE + "?done=done" : page(self, outcome.name(), model);
    }

    private String page(Keeper self, String said, Model model) {
        model.addAttribute("said", said);
        model.addAttribute(
                "people", staff.all().stream().map(person -> row(person, self)).toList());
        return VIEW;
    }

    private Row row(Person person, Keeper self) {
        return new Row(
                person.name(),
                person.isKeeper(),
                person.codes().isPresent(),
                moments.of(person.since()),
                person.name().equals(self.name()),
                staff.sessions(person.name()).stream()
                        .map(session -> SessionView.of(session, self, moments))
                        .toList());
    }
}
