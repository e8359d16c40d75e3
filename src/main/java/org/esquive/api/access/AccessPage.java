package org.esquive.api.access;

import java.net.URI;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.esquive.api.BearerToken;
import org.esquive.api.Scope;
import org.esquive.api.Steering;
import org.esquive.api.hook.Hooks;
import org.esquive.api.hook.Standing;
import org.esquive.ledger.Deed;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Office;
import org.esquive.ledger.TokenBook.Token;
import org.esquive.settings.WebhookSettings.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Which programs are let in and what each may do, and which are told what happens. A new token is shown on the page
/// that
/// follows its making, and never again.
@Controller
@RequestMapping(AccessPage.PAGE)
public final class AccessPage {
    static final String PAGE = "/console/access";

    private static final int ID_BYTES = 4;

    private final Steering steering;
    private final Office office;
    private final Hooks hooks;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    public AccessPage(Steering steering, Office office, Hooks hooks, InstantSource clock) {
        this.steering = steering;
        this.office = office;
        this.hooks = hooks;
        this.clock = clock;
    }

    /// A token in the list.
    ///
    /// @param expires when it ends; empty if never
    /// @param over whether it has ended
    /// @param used when it was used last; empty if never
    public record TokenRow(
            String id,
            String name,
            List<String> scopes,
            String madeBy,
            String madeAt,
            String expires,
            boolean over,
            String used) {}

    /// A program that is told.
    ///
    /// @param host the machine
    /// @param failingSince empty if it takes what it is told
    public record HookRow(String id, String host, List<String> events, String failingSince, long missed) {}

    /// A scope to choose.
    ///
    /// @param key the end of a message key
    public record ScopeChoice(String key, String word, boolean chosen) {}

    @GetMapping
    String show(Model model) {
        Moments moments = Moments.of(steering.current());
        Instant now = clock.instant();
        TokenWish typed = (TokenWish) model.getAttribute("typed");
        List<Scope> chosen = typed == null ? List.of() : typed.scopes();
        model.addAttribute("name", typed == null ? "" : typed.name());
        model.addAttribute("days", TokenWish.DAYS);
        model.addAttribute(
                "scopes",
                Arrays.stream(Scope.values())
                        .map(scope -> new ScopeChoice(scope.name(), scope.word(), chosen.contains(scope)))
                        .toList());
        try {
            model.addAttribute(
                    "tokens",
                    office.tokens().all().stream()
                            .map(token -> row(token, moments, now))
                            .toList());
            model.addAttribute(
                    "hooks",
                    hooks.standings().stream()
                            .map(standing -> row(standing, moments))
                            .toList());
            model.addAttribute("readable", true);
        } catch (LedgerUnavailable _) {
            model.addAttribute("readable", false);
        }
        return "console/access";
    }

    @PostMapping("/tokens")
    String make(
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "scope", required = false) @Nullable List<String> scopes,
            @RequestParam(name = "days", required = false) @Nullable String days,
            Principal who,
            RedirectAttributes after) {
        TokenWish wish = TokenWish.of(name, scopes, days);
        String wrong = wish.missing();
        if (wrong.isEmpty()) {
            String secret = BearerToken.make(chance);
            Instant now = clock.instant();
            Token token = wish.token(id(), who.getName(), now);
            if (office.tokens().make(token, BearerToken.hash(secret))) {
                office.audit().append(now, who.getName(), Deed.TOKEN_MADE, token.name());
                after.addFlashAttribute("fresh", secret);
                after.addFlashAttribute("freshName", token.name());
                return "redirect:" + PAGE;
            }
            wrong = "many";
        }
        after.addFlashAttribute("wrong", wrong);
        after.addFlashAttribute("typed", wish);
        return "redirect:" + PAGE;
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(@PathVariable("id") String id, Principal who, RedirectAttributes after) {
        office.tokens().revoke(id).ifPresent(token -> {
            office.audit().append(clock.instant(), who.getName(), Deed.TOKEN_REVOKED, token.name());
            after.addFlashAttribute("revoked", token.name());
        });
        return "redirect:" + PAGE;
    }

    private String id() {
        byte[] id = new byte[ID_BYTES];
        chance.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static TokenRow row(Token token, Moments moments, Instant now) {
        return new TokenRow(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().toList(),
                token.madeBy(),
                moments.minute(token.madeAt()),
                moments.minute(token.expiresAt()),
                token.expiresAt().filter(end -> !now.isBefore(end)).isPresent(),
                moments.minute(token.usedAt()));
    }

    private static HookRow row(Standing standing, Moments moments) {
        return new HookRow(
                standing.settings().id(),
                host(standing.settings().asAlert().option("url")),
                standing.settings().events().stream().sorted().map(Event::word).toList(),
                moments.minute(standing.failingSince()),
                standing.missed());
    }

    /// Of a whole address, whose path may hold what is not for everybody.
    static String host(Optional<String> url) {
        try {
            return url.map(URI::create).map(URI::getHost).orElse("");
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
