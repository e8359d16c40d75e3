package org.esquive.console.door;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Person;
import org.esquive.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is one's own, for keepers and watchers alike: password, authenticator app, sessions.
@Controller
public final class Account {
    private static final String PAGE = "/console/account";
    private static final String VIEW = "console/account";
    private static final String CODES = "console/codes";
    private static final String SEALED_FOR = "app of ";

    /// What the page may say was done.
    private static final Set<String> DONE = Set.of("password", "off", "ended");

    private final Staff staff;
    private final SignIn signIn;
    private final Keyring keyring;
    private final Moments moments;
    private final InstantSource clock;
    private final Totp totp = new Totp();
    private final SecureRandom random = new SecureRandom();

    /// @param staff through whom it is changed
    /// @param signIn whom it asks whether a password is right
    /// @param keyring what a secret is sealed with that is not stored yet
    public Account(Staff staff, SignIn signIn, Keyring keyring, Moments moments, InstantSource clock) {
        this.staff = staff;
        this.signIn = signIn;
        this.keyring = keyring;
        this.moments = moments;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(
            @AuthenticationPrincipal Keeper self, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", done != null && DONE.contains(done) ? done : "");
        return page(self, "", model);
    }

    @PostMapping(PAGE + "/password")
    String changePassword(
            @AuthenticationPrincipal Keeper self,
            @RequestParam(name = "current-password") String current,
            @RequestParam(name = "new-password") String fresh,
            Model model) {
        Optional<Passwords.Problem> problem = Passwords.problem(fresh, self.name());
        if (problem.isPresent()) {
            return page(self, "password." + problem.get(), model);
        }
        if (!isPassword(self, current)) {
            return page(self, "password.WRONG", model);
        }
        staff.changePassword(self, fresh);
        return "redirect:" + PAGE + "?done=password";
    }

    /// A new secret, to be put into an app. It is stored once a code proves that it was.
    @GetMapping(PAGE + "/codes")
    String codes(@AuthenticationPrincipal Keeper self, Model model) {
        return codes(self, Totp.newSecret(random), false, model);
    }

    @PostMapping(PAGE + "/codes")
    String turnCodesOn(
            @AuthenticationPrincipal Keeper self,
            @RequestParam String sealed,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        Optional<Secret> secret = opened(self, sealed);
        if (secret.isEmpty()) {
            return codes(self, Totp.newSecret(random), false, model);
        }
        OptionalLong step = totp.stepOf(RecoveryCodes.digits(code), secret.get(), clock.instant());
        if (step.isEmpty()) {
            return codes(self, secret.get(), true, model);
        }
        List<String> recovery = staff.turnCodesOn(self, secret.get(), step.getAsLong());
        model.addAttribute("recovery", recovery);
        return CODES;
    }

    @PostMapping(PAGE + "/codes/off")
    String turnCodesOff(
            @AuthenticationPrincipal Keeper self,
            @RequestParam(name = "current-password") String current,
            Model model) {
        if (!isPassword(self, current)) {
            return page(self, "off.WRONG", model);
        }
        staff.turnCodesOff(self);
        return "redirect:" + PAGE + "?done=off";
    }

    @PostMapping(PAGE + "/sessions/end")
    String endSession(@AuthenticationPrincipal Keeper self, @RequestParam String key) {
        if (!key.isEmpty()) {
            staff.endSessions(self.name(), self.name(), key);
        }
        return "redirect:" + PAGE + "?done=ended";
    }

    @PostMapping(PAGE + "/sessions/others")
    String endOtherSessions(@AuthenticationPrincipal Keeper self) {
        staff.endOtherSessions(self);
        return "redirect:" + PAGE + "?done=ended";
    }

    private boolean isPassword(Keeper self, String password) {
        return staff.find(self.name())
                .filter(person -> signIn.isPassword(person, password))
                .isPresent();
    }

    private String page(Keeper self, String wrong, Model model) {
        boolean codes = staff.find(self.name()).flatMap(Person::codes).isPresent();
        model.addAttribute("wrong", wrong);
        model.addAttribute("least", Passwords.LEAST);
        model.addAttribute("most", Passwords.MOST);
        model.addAttribute("codes", codes);
        model.addAttribute("left", codes ? staff.recoveryLeft(self.name()) : 0);
        model.addAttribute(
                "sessions",
                staff.sessions(self.name()).stream()
                        .map(session -> SessionView.of(session, self, moments))
                        .toList());
        return VIEW;
    }

    private String codes(Keeper self, Secret secret, boolean wrong, Model model) {
        model.addAttribute("wrong", wrong);
        model.addAttribute("secret", grouped(secret.reveal()));
        model.addAttribute("qr", QrCode.of(Totp.address(self.name(), secret)));
        model.addAttribute("address", Totp.address(self.name(), secret));
        byte[] sealed = keyring.seal(SEALED_FOR + self.name() + ' ' + secret.reveal());
        model.addAttribute("sealed", Base64.getUrlEncoder().encodeToString(sealed));
        return CODES;
    }

    private Optional<Secret> opened(Keeper self, String sealed) {
        String begins = SEALED_FOR + self.name() + ' ';
        try {
            return Optional.of(keyring.open(Base64.getUrlDecoder().decode(sealed)))
                    .filter(said -> said.startsWith(begins))
                    .map(said -> new Secret(said.substring(begins.length())));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /// In groups of four, for those who type it.
    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
