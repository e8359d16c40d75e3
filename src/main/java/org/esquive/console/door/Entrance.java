package org.esquive.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in and out: the login page, what it does, and what is shown instead of a page that may not be.
@Controller
public final class Entrance {
    private static final String LOGIN = "console/login";
    private static final String TYPED = "console/typed";
    private static final String START = "/console";

    /// Pages of ours that somebody may be taken to once they are signed in.
    private static final Pattern WAY = Pattern.compile("/console(/[A-Za-z0-9-]+)*(\\?[A-Za-z0-9=&_.%+,:-]*)?");

    private static final String NO_PAGE = "/console/live";

    private final SignIn signIn;
    private final Visits visits;
    private final FormTokens forms;
    private final KnownBrowsers browsers;
    private final Staff staff;

    /// What the login page sends, beside what it carries.
    record Form(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code,
            @Nullable String to) {

        SignIn.Attempt attempt(String browser) {
            return new SignIn.Attempt(Names.of(given(username)), given(password), given(code), browser);
        }

        String way() {
            return isWay(given(to)) ? given(to) : START;
        }

        private static String given(@Nullable String field) {
            return Objects.requireNonNullElse(field, "");
        }

        /// Without what is secret.
        @Override
        public String toString() {
            return "Form[***]";
        }
    }

    /// How somebody comes in: how they are known, and how their browser is.
    ///
    /// @param signIn who may come in
    /// @param visits their sessions
    /// @param forms what proves that a form is of ours
    /// @param browsers those that were let in before
    public record Ways(SignIn signIn, Visits visits, FormTokens forms, KnownBrowsers browsers) {}

    public Entrance(Ways ways, Staff staff) {
        this.signIn = ways.signIn();
        this.visits = ways.visits();
        this.forms = ways.forms();
        this.browsers = ways.browsers();
        this.staff = staff;
    }

    /// Whether somebody may be taken to a path once they are signed in: to a page of ours, and to no other place.
    static boolean isWay(String path) {
        return WAY.matcher(path).matches() && !path.startsWith(NO_PAGE);
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String over,
            @RequestParam(required = false) @Nullable String left,
            Model model) {
        model.addAttribute("to", to != null && isWay(to) ? to : "");
        model.addAttribute("said", over != null ? "over" : left != null ? "left" : "");
        return LOGIN;
    }

    @PostMapping("/login")
    String signIn(@ModelAttribute Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Typed> typed = Typed.carriedBy(request);
        typed.ifPresent(each -> model.addAttribute("typed", each));
        model.addAttribute("to", form.way());
        model.addAttribute("name", Form.given(form.username()));
        SignIn.Attempt attempt = form.attempt(BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
        try {
            return switch (signIn.attempt(attempt, browsers.whence(request, attempt.name()))) {
                case SignIn.Result.In(var person) -> {
                    letIn(person, request, response);
                    model.addAttribute("me", new Me(person.name(), person.isKeeper()));
                    yield typed.isPresent() ? TYPED : "redirect:" + form.way();
                }
                case SignIn.Result.Wrong _ -> again("wrong", HttpStatus.FORBIDDEN, response, model);
                case SignIn.Result.TooFast(var wait) -> {
                    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                    model.addAttribute("minutes", minutes(wait));
                    yield again("slow", HttpStatus.TOO_MANY_REQUESTS, response, model);
                }
            };
        } catch (LedgerUnavailable _) {
            return again("ledger", HttpStatus.SERVICE_UNAVAILABLE, response, model);
        }
    }

    @PostMapping("/logout")
    String signOut(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        staff.noteLeaving(who.getName());
        visits.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        return "redirect:/login?left";
    }

    /// The login page, or the button that sends it now, for what could not be sent.
    @RequestMapping(
            path = Interruption.TYPED,
            method = {RequestMethod.GET, RequestMethod.POST})
    String typed(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(Interruption.WHAT) instanceof Typed typed)) {
            return "redirect:/login";
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("typed", typed);
        model.addAttribute("to", "");
        model.addAttribute("said", "over");
        return visits.keeper(request).isPresent() ? TYPED : LOGIN;
    }

    /// For a watcher who would change something, and for a form that is not of ours.
    @RequestMapping(
            path = Interruption.REFUSED,
            method = {RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE})
    String refused(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        boolean watcher = visits.keeper(request)
                .filter(keeper -> keeper.role() == Person.Role.WATCHER)
                .isPresent();
        model.addAttribute("why", watcher ? "watcher" : "form");
        return "console/refused";
    }

    private void letIn(Person person, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = new Keeper(person.name(), person.role(), "").asAuthentication();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        visits.saveContext(context, request, response);
        new CsrfAuthenticationStrategy(forms).onAuthentication(authentication, request, response);
        browsers.remember(person.name(), request, response);
    }

    private static String again(String said, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("said", said);
        return LOGIN;
    }

    private static long minutes(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }
}
